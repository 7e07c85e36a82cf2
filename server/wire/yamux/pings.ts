import type {Clock} from '../../lib/clock.js';
import {FLAG, FRAME, type FrameHeader} from './frame.js';
import {YamuxError} from './yamux-error.js';

const KEEPALIVE_MS = 30_000;
const ANSWER_MS = 10_000;

interface Question {
  answered(): void;
  failed(error: Error): void;
}

/** Asks the other side whether it is there, and answers when it asks. */
export class Pings {
  private readonly open = new Map<number, Question>();
  private nextId = 0;
  private cancelTimer: () => void = () => undefined;

  constructor(
    private readonly send: (header: FrameHeader) => void,
    private readonly clock: Clock,
  ) {}

  ask(): Promise<void> {
    const length = this.nextId;
    this.nextId = (this.nextId + 1) >>> 0;
    return new Promise((answered, failed) => {
      this.open.set(length, {answered, failed});
      this.send({type: FRAME.ping, flags: FLAG.syn, streamId: 0, length});
    });
  }

  receive({flags, length}: FrameHeader): void {
    if (flags & FLAG.syn) {
      this.send({type: FRAME.ping, flags: FLAG.ack, streamId: 0, length});
      return;
    }
    this.open.get(length)?.answered();
    this.open.delete(length);
  }

  /** Asks every 30 s; an answer that takes longer than 10 s means that nobody is there. */
  keepAlive(onSilence: (error: YamuxError) => void): void {
    const giveUp = (): void =>
      onSilence(new YamuxError('unresponsive', 'a ping was not answered within 10 s'));
    this.cancelTimer = this.clock.after(KEEPALIVE_MS, () => {
      // If this process was busy or asleep, the answer may be here and unread: look before giving up.
      this.cancelTimer = this.clock.after(ANSWER_MS, () => {
        this.cancelTimer = this.clock.after(0, giveUp);
      });
      const goOn = (): void => {
        this.cancelTimer();
        this.keepAlive(onSilence);
      };
      this.ask().then(goOn, () => undefined);
    });
  }

  stop(error: Error): void {
    this.cancelTimer();
    for (const question of this.open.values()) question.failed(error);
    this.open.clear();
  }
}
