import './styles/tokens.css';
import './styles/base.css';
import './styles/controls.css';

import { mount } from 'svelte';

import AppWindow from './App.svelte';
import { openDoor } from './lib/api';
import { adoptStyles } from './lib/editor/adoptStyles';
import { App } from './lib/state/app.svelte';

adoptStyles();
const target = document.getElementById('app') ?? document.body;
const app = new App(await openDoor());
mount(AppWindow, { target, props: { app } });
await app.start();
