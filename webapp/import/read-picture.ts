import {MAX_PICTURE_BYTES} from '../../contract/import.js';
import type {ChosenPicture, Words} from './import-state.js';

/** What every client of Mattermost's shows. The server looks at the bytes; here only what is plainly wrong is told. */
export const PICTURE_TYPES: readonly string[] = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'];

/** What the browser does with a file. */
interface Browser {
  /** `undefined`: it could not be read. */
  readAsDataUrl: (file: File) => Promise<string | undefined>;
  canDraw: (dataUrl: string) => Promise<boolean>;
}

/** Reads a file that somebody chose, or says why it is not taken. */
export async function readPicture(
  file: File,
  {readAsDataUrl, canDraw}: Browser,
): Promise<{picture: ChosenPicture} | {trouble: Words}> {
  if (!PICTURE_TYPES.includes(file.type)) return {trouble: {key: 'zoom.panel.pictureType'}};
  if (file.size > MAX_PICTURE_BYTES) {
    const size = Math.ceil((file.size / 1024 / 1024) * 10) / 10;
    return {trouble: {key: 'zoom.panel.pictureSize', values: {size, most: MAX_PICTURE_BYTES / 1024 / 1024}}};
  }
  const dataUrl = await readAsDataUrl(file);
  if (dataUrl === undefined) return {trouble: {key: 'zoom.panel.pictureUnread'}};
  if (!(await canDraw(dataUrl))) return {trouble: {key: 'zoom.panel.pictureBroken'}};
  return {picture: {name: file.name, base64: dataUrl.slice(dataUrl.indexOf(',') + 1), dataUrl}};
}
