// Pictures that are dropped on the text or pasted into it.

import type { Extension } from '@codemirror/state';
import { dropCursor, EditorView } from '@codemirror/view';

export type PicturesArrived = (files: File[], at: number) => void;

export function pictureFiles(transfer: DataTransfer | null): File[] {
  return [...(transfer?.files ?? [])].filter(
    // Not every system knows every type; what can't be read is refused in words by the host.
    (file) => file.type.startsWith('image/') || /\.(?:heic|heif|avif|webp|tiff?|bmp)$/i.test(file.name),
  );
}

export function acceptPictures(arrived: PicturesArrived): Extension {
  const accept = (event: Event, transfer: DataTransfer | null, at: number): boolean => {
    const files = pictureFiles(transfer);
    if (files.length === 0) return false;
    event.preventDefault();
    arrived(files, at);
    return true;
  };
  return [
    dropCursor(),
    EditorView.domEventHandlers({
      paste(event, view) {
        // Word puts a picture of the words beside them: the words are meant.
        const types = event.clipboardData?.types ?? [];
        if (types.includes('text/plain') && types.includes('text/html')) return false;
        return accept(event, event.clipboardData, view.state.selection.main.to);
      },
      drop(event, view) {
        const at = view.posAtCoords({ x: event.clientX, y: event.clientY }, false);
        return accept(event, event.dataTransfer, at);
      },
    }),
  ];
}
