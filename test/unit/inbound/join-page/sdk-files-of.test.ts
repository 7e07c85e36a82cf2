import {describe, expect, it} from '@jest/globals';
import {sdkFilesOf} from '../../../../server/inbound/join-page/sdk-files-of.js';

const zoomAt = (webUrl: string) => ({webUrl, apiUrl: `${webUrl}/v2`, allowInsecure: false});
const version = '6.2.0';
const files = {base: 'https://source.zoom.us', version};

describe('Where the SDK is told to ask for meetings', () => {
  it.each([
    ['https://zoom.us', undefined],
    ['https://acme.zoom.us', undefined],
    ['https://zoomgov.com', 'www.zoomgov.com'],
    ['https://www.zoomgov.com', 'www.zoomgov.com'],
    ['https://zoom.example.org:8443', 'zoom.example.org:8443'],
  ])('follows the Zoom URL %s', (webUrl, webEndpoint) => {
    expect(sdkFilesOf(files, zoomAt(webUrl)).webEndpoint).toBe(webEndpoint);
  });

  it('is left to the SDK where nothing is set', () => {
    expect(sdkFilesOf(files, undefined)).toEqual({...files, isZooms: true});
  });
});

it('Newer media files are taken from Zoom where the others are Zoom’s as well', () => {
  const isZooms = (base: string): boolean => sdkFilesOf({base, version}, undefined).isZooms;
  expect(isZooms('https://source.zoomgov.com')).toBe(true);
  expect(isZooms('https://join.example.org/zoom-sdk')).toBe(false);
});
