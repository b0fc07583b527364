export type Device = 'phone' | 'tablet' | 'desktop';

/** CSS pixels in the width of the page: an iPhone, an iPad upright, a laptop. */
export const WIDTHS: Record<Device, number> = { phone: 390, tablet: 820, desktop: 1280 };

export interface Fit {
  width: number;
  height: number;
  scale: number;
  left: number;
}

/** How a page as wide as the device fits into a pane: never enlarged, in the middle, as high as the pane. */
export function fit(device: Device, paneWidth: number, paneHeight: number): Fit {
  const width = WIDTHS[device];
  const scale = paneWidth > 0 ? Math.min(1, paneWidth / width) : 1;
  return {
    width,
    height: Math.ceil(paneHeight / scale),
    scale,
    left: Math.max(0, Math.floor((paneWidth - width * scale) / 2)),
  };
}
