/** A cover as the engine makes it: an `ImageBitmap`, or RGBA rows of 8 bits, width × height × 4 of them. */
export type CoverPicture =
  | ImageBitmap
  | { readonly width: number; readonly height: number; readonly data: Uint8ClampedArray };

/** Longest side. A cover is 16 to 32 cells, drawn 320 wide at most: what is larger may be the original by mistake. */
export const COVER_SIDE = 512;

/** Draws it; anything that is no cover, and undefined, leaves the neutral tile. Returns whether it was drawn. */
export function drawCover(canvas: HTMLCanvasElement, picture: CoverPicture | undefined): boolean {
  canvas.width = 4;
  canvas.height = 3;
  if (typeof picture !== 'object' || picture === null) return false;
  const { width, height } = picture;
  const fits = [width, height].every((side) => Number.isInteger(side) && side >= 1 && side <= COVER_SIDE);
  const context = canvas.getContext('2d');
  if (!fits || context === null) return false;
  if ('data' in picture && (!(picture.data instanceof Uint8ClampedArray) || picture.data.length !== width * height * 4)) return false;
  if (!('data' in picture) && !(picture instanceof ImageBitmap)) return false;
  canvas.width = width;
  canvas.height = height;
  if ('data' in picture) context.putImageData(new ImageData(new Uint8ClampedArray(picture.data), width, height), 0, 0);
  else context.drawImage(picture, 0, 0);
  return true;
}
