import {beforeEach, describe, expect, it} from '@jest/globals';
import express from 'express';
import request from 'supertest';
import {createReady} from '../../../server/hosts/standalone/http/health.js';
import {createManualClock, type ManualClock} from '../../support/manual-clock.js';
import {createRecordingLogger, type RecordingLogger} from '../../support/recording-logger.js';

let clock: ManualClock;
let logger: RecordingLogger;
let isRunning: boolean;
let isFull: boolean;
let writes: number;
let app: express.Express;
beforeEach(() => {
  clock = createManualClock();
  logger = createRecordingLogger();
  [isRunning, isFull, writes] = [true, false, 0];
  const tryStore = async (): Promise<void> => {
    writes += 1;
    if (isFull) throw new Error('the disk is full');
  };
  app = express().get('/readyz', createReady({isRunning: () => isRunning, tryStore, clock, logger}));
});
const ask = async (): Promise<unknown[]> => {
  const {status, text} = await request(app).get('/readyz');
  return [status, text];
};
const READY = [200, '{"status":"ok"}'];
const FAILED = [503, '{"status":"failed"}'];
const told = () => logger.lines.filter(({level}) => level !== 'debug');

describe('/readyz', () => {
  it('tries a write, and believes what came of it for ten seconds', async () => {
    expect(await Promise.all([ask(), ask(), ask()])).toEqual([READY, READY, READY]);
    isFull = true;
    clock.advance(9_999);
    expect([await ask(), writes]).toEqual([READY, 1]);
    clock.advance(1);
    expect([await ask(), writes]).toEqual([FAILED, 2]);
    isFull = false;
    clock.advance(10_000);
    expect(await ask()).toEqual(READY);
  });

  it('knows at once whether the application runs', async () => {
    isRunning = false;
    expect(await ask()).toEqual(FAILED);
    isRunning = true;
    expect(await ask()).toEqual(READY);
  });

  it('tells the log what is in the way, once for as long as it stays the same', async () => {
    isFull = true;
    await ask();
    await ask();
    isRunning = false;
    await ask();
    [isFull, isRunning] = [false, true];
    clock.advance(10_000);
    await ask();
    expect(told()).toMatchObject([
      {level: 'warn', message: 'The service cannot serve requests', fields: {failed: 'store'}},
      {level: 'warn', message: 'The service cannot serve requests', fields: {failed: 'application, store'}},
      {level: 'info', message: 'The service can serve requests again'},
    ]);
  });
});
