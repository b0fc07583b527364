// Pictures that are dropped on the text. Those that are pasted come by way of `paste`.

import type { Extension } from '@codemirror/state';
import { dropCursor, EditorView } from '@codemirror/view';

export type PicturesArrived = (files: File[], at: number) => void;

/** Not every system knows every type; what can't be read is refused in words by the host. */
export const isPicture = ({ type, name }: File): boolean =>
  type.startsWith('image/') || /\.(?:heic|heif|avif|webp|tiff?|bmp)$/i.test(name);

export function pictureFiles(transfer: DataTransfer | null): File[] {
  return [...(transfer?.files ?? [])].filter(isPicture);
}

export function acceptPictures(arrived: PicturesArrived): Extension {
  return [
    dropCursor(),
    EditorView.domEventHandlers({
      drop(event, view) {
        const files = pictureFiles(event.dataTransfer);
        if (files.length === 0) return false;
        event.preventDefault();
        arrived(files, view.posAtCoords({ x: event.clientX, y: event.clientY }, false));
        return true;
      },
    }),
  ];
}
