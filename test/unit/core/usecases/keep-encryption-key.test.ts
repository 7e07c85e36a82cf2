import {beforeEach, describe, expect, it} from '@jest/globals';
import {createKeepEncryptionKey} from '../../../../server/core/usecases/keep-encryption-key.js';
import {createRecordingLogger, type RecordingLogger} from '../../../support/recording-logger.js';

let saved: unknown[];
let logger: RecordingLogger;
let refuses: boolean;
beforeEach(() => {
  saved = [];
  logger = createRecordingLogger();
  refuses = false;
});
const create = () =>
  createKeepEncryptionKey({
    logger,
    newSecret: () => 'made',
    saveSettings: async (changes) => {
      if (refuses) throw new Error('the config is read-only');
      saved.push(changes);
    },
  });

describe('the Encryption Key', () => {
  it('is made when it is empty, and the log says what that means', async () => {
    const stored = {accountid: 'acc-1', encryptionkey: ' '};
    expect(await create()(stored)).toEqual({accountid: 'acc-1', EncryptionKey: 'made'});
    expect(saved).toEqual([{EncryptionKey: 'made'}]);
    expect(logger.lines).toMatchObject([
      {level: 'info', message: expect.stringContaining('shown before stop working')},
    ]);
  });

  it('is left alone when it is there, under whatever spelling of its name', async () => {
    const stored = {encryptionKEY: 'given'};
    expect(await create()(stored)).toBe(stored);
    expect(saved).toEqual([]);
  });

  it('is put back when a page saves it empty, so that buttons go on working', async () => {
    const keep = create();
    await keep({encryptionkey: 'given'});
    expect(await keep({encryptionkey: '', accountid: 'acc-1'})).toEqual({
      EncryptionKey: 'given',
      accountid: 'acc-1',
    });
    expect(saved).toEqual([{EncryptionKey: 'given'}]);
  });

  it('is put back also when it was made here, before anybody read it from the settings', async () => {
    const keep = create();
    await keep({});
    expect(await keep({encryptionkey: ''})).toEqual({EncryptionKey: 'made'});
    expect(saved).toEqual([{EncryptionKey: 'made'}, {EncryptionKey: 'made'}]);
  });

  it('is the newest that was set when it is put back', async () => {
    const keep = create();
    await keep({encryptionkey: 'given'});
    await keep({encryptionkey: 'another'});
    expect(await keep({})).toEqual({EncryptionKey: 'another'});
  });

  it('is in force, though Mattermost cannot save it, when it was in force before; else it stays empty', async () => {
    refuses = true;
    const keep = create();
    const empty = {accountid: 'acc-1'};
    expect(await keep(empty)).toBe(empty);
    await keep({EncryptionKey: 'given'});
    expect(await keep({EncryptionKey: ''})).toEqual({EncryptionKey: 'given'});
    expect(logger.lines.map(({level}) => level)).toEqual(['error', 'error']);
  });

  it('is never logged', async () => {
    const keep = create();
    await keep({});
    await keep({EncryptionKey: 'given'});
    await keep({});
    expect(JSON.stringify(logger.lines)).not.toMatch(/"made"|given/);
  });
});
