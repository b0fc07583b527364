// A browser tab as host, over loopback. For development and for tests of the UI.

import { words } from '../words';
import type { AppEvent, Commands } from './bindings';
import { type Call, type Door, type FileCommand, isWireError, Refusal } from './door';

async function post(path: string, init: RequestInit): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch(path, { method: 'POST', ...init });
  } catch {
    throw new Refusal({ code: 'internal', ...words.errors.host });
  }
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok) return answer;
  throw Refusal.from(isWireError(answer) ? answer : null, words.errors.host);
}

const call: Call = (name, request) =>
  post(`/api/${name}`, {
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(request),
  }) as ReturnType<typeof call>;

const send = <Name extends FileCommand>(name: Name, file: Blob, fileName: string) =>
  post(`/api/${name}`, {
    headers: {
      'content-type': 'application/octet-stream',
      'x-file-name': encodeURIComponent(fileName),
    },
    body: file,
  }) as Promise<Commands[Name]['answer']>;

export function httpDoor(): Door {
  return {
    call,
    addPicture: (file, fileName) => send('picture_add', file, fileName),
    importArticle: (file, fileName) => send('article_import', file, fileName),
    listen(heard) {
      const events = new EventSource('/events');
      events.onmessage = (message: MessageEvent<string>) => heard(JSON.parse(message.data) as AppEvent);
    },
    previewBase: new URL('/preview/', location.href).href,
    beforeClosing(work) {
      // A tab can't wait: what is unfinished is sent at once, and the browser asks whether to leave.
      addEventListener('visibilitychange', () => {
        if (document.visibilityState === 'hidden') void work.finish();
      });
      addEventListener('beforeunload', (event) => {
        if (!work.unfinished()) return;
        event.preventDefault();
        void work.finish();
      });
    },
  };
}
