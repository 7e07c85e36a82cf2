import type {Duplex} from 'node:stream';
import {createDuplexPair} from '../../server/protocol/serve-http/duplex-pair.js';

/** What the protocol needs of a broker. */
export interface TestBroker {
  nextId(): number;
  dial(id: number): Promise<Duplex>;
  accept(id: number): Promise<Duplex>;
}

/** Two brokers connected in memory: what one dials the other accepts, in any order. */
export function createPairedBrokers(): [TestBroker, TestBroker] {
  const left = createMailbox();
  const right = createMailbox();
  return [brokerOf(left, right), brokerOf(right, left)];
}

interface Mailbox {
  put(id: number, stream: Duplex): void;
  take(id: number): Promise<Duplex>;
}

function createMailbox(): Mailbox {
  const arrived = new Map<number, Duplex>();
  const awaited = new Map<number, (stream: Duplex) => void>();
  return {
    put: (id, stream) => {
      const take = awaited.get(id);
      if (take === undefined) arrived.set(id, stream);
      else take(stream);
    },
    take: async (id) => arrived.get(id) ?? new Promise((resolve) => awaited.set(id, resolve)),
  };
}

function brokerOf(own: Mailbox, other: Mailbox): TestBroker {
  let last = 0;
  return {
    nextId: () => (last += 1),
    dial: async (id) => {
      const [near, far] = createDuplexPair();
      other.put(id, far);
      return near;
    },
    accept: (id) => own.take(id),
  };
}
