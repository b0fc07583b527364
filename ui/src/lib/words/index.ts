// Every word that a person sees. Plain words: no "slug", no "render", no "Markdown" (see ux.md).

import { articles, several } from './articles';
import { bin } from './bin';
import { common } from './common';
import { editor, format, callouts, counts } from './editor';
import { errors } from './errors';
import { exporting } from './export';
import { find } from './find';
import { history } from './history';
import { insert, table, link, source, video } from './insert';
import { marks } from './marks';
import { picture, pictures, adjust } from './pictures';
import { names, people, topics } from './names';
import { practice } from './practice';
import { preview } from './preview';
import { save } from './save';
import { sections, menu, dropped, problem, broken } from './shell';
import { start } from './start';
import { versions } from './versions';

export { counted } from './counted';

export const words = {
  ...common,
  errors,
  sections,
  menu,
  dropped,
  history,
  start,
  problem,
  broken,
  save,
  articles,
  several,
  bin,
  editor,
  format,
  callouts,
  insert,
  table,
  link,
  source,
  video,
  marks,
  picture,
  pictures,
  adjust,
  names,
  topics,
  people,
  preview,
  counts,
  versions,
  find,
  practice,
  export: exporting,
};
