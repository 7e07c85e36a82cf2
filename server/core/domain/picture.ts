import {MAX_PICTURE_BYTES} from '../../../contract/import.js';
import {shorten, singleLine} from './plain-text.js';

/** What the bytes of a picture begin with. `undefined` stands for any byte. */
const SIGNATURES: readonly {extension: string; bytes: readonly (number | undefined)[]}[] = [
  {extension: 'png', bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]},
  {extension: 'jpg', bytes: [0xff, 0xd8, 0xff]},
  {extension: 'gif', bytes: [0x47, 0x49, 0x46, 0x38, undefined, 0x61]},
  {
    extension: 'webp',
    bytes: [0x52, 0x49, 0x46, 0x46, ...Array<undefined>(4).fill(undefined), 0x57, 0x45, 0x42, 0x50],
  },
];
const MAX_NAME_LENGTH = 80;

/** A picture that may go with a post: whatever its name said, it ends as what its bytes are. */
export interface Picture {
  name: string;
  bytes: Uint8Array;
}

/** `undefined`: it is none of those that every client of Mattermost's shows, or too large. */
export function readPicture({name, bytes}: Picture): Picture | undefined {
  if (bytes.length > MAX_PICTURE_BYTES) return undefined;
  const found = SIGNATURES.find((signature) =>
    signature.bytes.every((byte, index) => byte === undefined || byte === bytes[index]),
  );
  if (found === undefined) return undefined;
  return {name: `${stemOf(name) || 'picture'}.${found.extension}`, bytes};
}

/** No path, no extension, nothing that a file system or a reader stumbles over. */
const stemOf = (name: string): string =>
  shorten(
    singleLine(name)
      .replace(/^.*[/\\]/, '')
      .replace(/\.[^.]*$/, '')
      .replace(/[<>:"|?*]/g, '')
      .replace(/^[.\s]+/, '')
      .trim(),
    MAX_NAME_LENGTH,
  );
