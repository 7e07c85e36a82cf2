const COLOURS = ['#9b4f96', '#2f6f4f', '#3d6fb4', '#a8542c', '#5d5fa8', '#8a6d1f'];

/** The picture of somebody who has uploaded none: the first letter of their name, on a colour of their own. */
export function drawPicture(username: string): Uint8Array {
  const sum = [...username].reduce((total, letter) => total + letter.charCodeAt(0), 0);
  const letter = /[a-z0-9]/.exec(username)?.[0].toUpperCase() ?? '';
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 128 128"><rect width="128" height="128" fill="${
      COLOURS[sum % COLOURS.length] ?? ''
    }"/><text x="64" y="64" dy=".35em" text-anchor="middle" font-family="Open Sans, sans-serif" font-size="60" fill="#fff">${letter}</text></svg>`,
  );
}
