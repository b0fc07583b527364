// The desktop window as host. The only file that may name Tauri.

import { convertFileSrc, invoke } from '@tauri-apps/api/core';
import { listen } from '@tauri-apps/api/event';
import { getCurrentWindow } from '@tauri-apps/api/window';

import { words } from '../words';
import type { AppEvent, Commands } from './bindings';
import { type Call, type Door, type FileCommand, Refusal } from './door';

function refuse(thrown: unknown): never {
  throw Refusal.from(thrown, words.errors.host);
}

const call: Call = (name, request) => invoke(name, { request }).catch(refuse) as ReturnType<typeof call>;

async function send<Name extends FileCommand>(
  name: Name,
  file: Blob,
  fileName: string,
): Promise<Commands[Name]['answer']> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const headers = { 'x-file-name': encodeURIComponent(fileName) };
  return invoke<Commands[Name]['answer']>(name, bytes, { headers }).catch(refuse);
}

export function tauriDoor(): Door {
  return {
    call,
    addPicture: (file, fileName) => send('picture_add', file, fileName),
    importArticle: (file, fileName) => send('article_import', file, fileName),
    listen(heard) {
      void listen<AppEvent>('pamphlet', (event) => heard(event.payload));
    },
    previewBase: convertFileSrc('', 'pamphlet'),
    beforeClosing(work) {
      const window = getCurrentWindow();
      void window.onCloseRequested(async (event) => {
        if (!work.unfinished()) return;
        event.preventDefault();
        if (await work.finish()) await window.destroy();
      });
    },
  };
}
