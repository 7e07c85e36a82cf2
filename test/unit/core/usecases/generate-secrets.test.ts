import {describe, expect, it} from '@jest/globals';
import {generateSecrets} from '../../../../server/core/usecases/generate-secrets.js';
import {createCountingRandom} from '../../../support/counting-random.js';
import {createRecordingLogger} from '../../../support/recording-logger.js';

function hostThat(save: () => Promise<void> = () => Promise.resolve()) {
  const saved: Readonly<Record<string, string>>[] = [];
  const logger = createRecordingLogger();
  const saveSettings = (changes: Readonly<Record<string, string>>): Promise<void> => {
    saved.push(changes);
    return save();
  };
  return {saved, logger, host: {random: createCountingRandom(), saveSettings, logger}};
}

describe('the secrets that the product makes itself', () => {
  it('are made when they are empty, 32 characters that need no escape in an address', async () => {
    const {host, saved} = hostThat();
    const settings = await generateSecrets(host, {accountid: 'acc-1', webhooksecret: ' '});
    const [made] = saved;
    expect(Object.keys(made ?? {})).toEqual(['WebhookSecret', 'EncryptionKey']);
    expect(Object.values(made ?? {}).every((secret) => /^[\w-]{32}$/.test(secret))).toBe(true);
    expect(new Set(Object.values(made ?? {})).size).toBe(2);
    expect(settings).toEqual({accountid: 'acc-1', ...made});
  });

  it('are left alone when they are there, under whatever spelling of their names', async () => {
    const {host, saved} = hostThat();
    const stored = {webhooksecret: 'w', EncryptionKey: 'e'};
    expect(await generateSecrets(host, stored)).toBe(stored);
    expect(saved).toEqual([]);
  });

  it('are made one by one: what exists is not replaced', async () => {
    const {host, saved} = hostThat();
    const settings = await generateSecrets(host, {webhooksecret: 'w', encryptionkey: null});
    expect(saved.map((changes) => Object.keys(changes))).toEqual([['EncryptionKey']]);
    expect(settings).toEqual({webhooksecret: 'w', ...saved[0]});
  });

  it('are never logged', async () => {
    const {host, saved, logger} = hostThat();
    await generateSecrets(host, {});
    for (const secret of Object.values(saved[0] ?? {}))
      expect(JSON.stringify(logger.lines)).not.toContain(secret);
  });

  it('stay empty where Mattermost cannot save them, and the plugin starts all the same', async () => {
    const {host, logger} = hostThat(() => Promise.reject(new Error('the config is read-only')));
    const stored = {accountid: 'acc-1'};
    expect(await generateSecrets(host, stored)).toBe(stored);
    expect(logger.lines.map(({level}) => level)).toEqual(['error']);
  });
});
