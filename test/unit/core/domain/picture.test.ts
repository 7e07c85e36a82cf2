import {describe, expect, it} from '@jest/globals';
import {MAX_PICTURE_BYTES} from '../../../../contract/import.js';
import {readPicture} from '../../../../server/core/domain/picture.js';

const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2];
const bytesOf = (...bytes: readonly number[]) => Uint8Array.from(bytes);
const webp = Buffer.from('RIFF\x01\x02\x03\x04WEBPVP8 ', 'latin1');

describe('a picture', () => {
  it.each([
    ['PNG', 'png', bytesOf(...png)],
    ['JPEG', 'jpg', bytesOf(0xff, 0xd8, 0xff, 0xe0)],
    ['GIF', 'gif', Buffer.from('GIF89a..')],
    ['WebP', 'webp', webp],
  ])('is a %s by its bytes, whatever its name says', (_kind, extension, bytes) => {
    expect(readPicture({name: 'logo.exe', bytes})).toEqual({name: `logo.${extension}`, bytes});
  });

  it.each([
    ['text', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a page that says that it is one', Buffer.from('<html>GIF89a')],
    ['sound in the same container', Buffer.from('RIFF\x01\x02\x03\x04WAVEfmt ', 'latin1')],
    ['nothing', bytesOf()],
    ['the beginning of one', bytesOf(...png.slice(0, 7))],
  ])('S-20 is not %s', (_what, bytes) => {
    expect(readPicture({name: 'logo.png', bytes})).toBeUndefined();
  });

  it('has four mebibytes at most', () => {
    const bytes = new Uint8Array(MAX_PICTURE_BYTES);
    bytes.set(png);
    expect(readPicture({name: 'logo.png', bytes})).toBeDefined();
    const larger = new Uint8Array(MAX_PICTURE_BYTES + 1);
    larger.set(png);
    expect(readPicture({name: 'logo.png', bytes: larger})).toBeUndefined();
  });

  it.each([
    ['../../etc/passwd', 'passwd.png'],
    ['C:\\pictures\\team photo.jpeg', 'team photo.png'],
    ['.htaccess', 'picture.png'],
    ['', 'picture.png'],
    ['a\u202egnp.exe', 'agnp.png'],
    ['<b>|"x"?*.png', 'bx.png'],
    [`${'x'.repeat(200)}.png`, `${'x'.repeat(79)}….png`],
  ])('S-20 is named %j as %j', (name, named) => {
    expect(readPicture({name, bytes: bytesOf(...png)})?.name).toBe(named);
  });
});
