import {beforeEach, describe, expect, it} from '@jest/globals';
import type {ZoomTokens} from '../../../../server/core/domain/grant.js';
import {zoomTrouble} from '../../../../server/core/ports/port-error.js';
import type {ZoomConsent} from '../../../../server/core/ports/zoom-consent.js';
import type {TokenEndpoint} from '../../../../server/outbound/zoom/auth/token-endpoint.js';
import {createConsent} from '../../../../server/outbound/zoom/consent.js';
import {createFakeTokenEndpoint, type FakeTokenEndpoint} from '../../../support/fake-token-endpoint.js';
import {createManualClock, type ManualClock} from '../../../support/manual-clock.js';
import {noHurry} from './zoom-under-test.js';

let clock: ManualClock;
let zoom: FakeTokenEndpoint;
let consent: ZoomConsent;
let tokens: ZoomTokens;
beforeEach(() => {
  clock = createManualClock();
  zoom = createFakeTokenEndpoint(clock);
  consent = createConsent({
    endpoint: zoom as unknown as TokenEndpoint,
    clock,
    callWith: async () => undefined,
  });
  tokens = zoom.consent('zoom-ana');
});

describe('Taking a consent back', () => {
  it('kills its pair', async () => {
    await consent.revoke(tokens, noHurry());
    expect(zoom.alive('zoom-ana')).toBeUndefined();
    expect(zoom.refreshes).toEqual([]);
  });

  it('gets a new access token where the one that is left has expired, which Zoom would not take', async () => {
    clock.advance(3_600_000);
    await consent.revoke(tokens, noHurry());
    expect(zoom.alive('zoom-ana')).toBeUndefined();
    expect(zoom.refreshes).toEqual(['refresh-1']);
  });

  it('is done where Zoom had ended it already, and not done while Zoom has trouble', async () => {
    clock.advance(3_600_000);
    zoom.fault = async () => zoomTrouble({kind: 'server-error', status: 503});
    await expect(consent.revoke(tokens, noHurry())).rejects.toMatchObject({code: 'zoom-trouble'});
    expect(zoom.alive('zoom-ana')).toBeDefined();
    zoom.fault = undefined;
    zoom.takeBack('zoom-ana');
    await consent.revoke(tokens, noHurry());
  });
});

describe('Who has consented', () => {
  it('is trouble where Zoom does not know', async () => {
    await expect(consent.identify(tokens, noHurry())).rejects.toMatchObject({code: 'zoom-trouble'});
  });
});
