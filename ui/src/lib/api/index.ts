import type { Door } from './door';
import { httpDoor } from './http';

export type * from './bindings';
export { type Door, Refusal } from './door';

/** The door to whatever host this page runs in. */
export async function openDoor(): Promise<Door> {
  if ('__TAURI_INTERNALS__' in window) return (await import('./tauri')).tauriDoor();
  return httpDoor();
}
