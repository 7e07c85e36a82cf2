/** What Zoom's client needs of a browser: https://developers.zoom.us/docs/meeting-sdk/web/browser-support/ */
const NEEDED = ['WebAssembly', 'Worker', 'RTCPeerConnection', 'WebSocket', 'AudioContext'];

export const canJoin = (global: object): boolean => NEEDED.every((name) => name in global);
