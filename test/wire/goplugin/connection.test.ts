import {describe, expect, it} from '@jest/globals';
import {gob} from '../../../server/wire/gob/type.js';
import type {Broker} from '../../../server/wire/goplugin/broker.js';
import {connectPlugin} from '../../../server/wire/goplugin/connect-plugin.js';
import {serveConnection, type ServeService} from '../../../server/wire/goplugin/serve-connection.js';
import {createRpcClient} from '../../../server/wire/netrpc/client.js';
import {serveRpc} from '../../../server/wire/netrpc/server.js';
import {createManualClock} from '../../support/manual-clock.js';
import {createDuplexPair} from '../yamux/duplex-pair.js';
import {ACK, createRawPeer, DATA, FIN, SYN, WINDOW} from '../yamux/raw-peer.js';
import {readAll} from '../yamux/session-pair.js';

const echo: ServeService = (stream) =>
  void serveRpc(stream, () => ({reply: gob.string, handle: async (args) => args}));

function connect(services: (broker: Broker) => Record<string, ServeService> = () => ({hooks: echo})) {
  const [near, far] = createDuplexPair();
  const clock = createManualClock();
  let pluginBroker: Broker | undefined;
  const ended = serveConnection(
    far,
    (broker) => {
      pluginBroker = broker;
      return services(broker);
    },
    clock,
  );
  const host = connectPlugin(near, clock);
  return {host, ended, clock, transport: near, pluginBroker: pluginBroker as unknown as Broker};
}

describe('a host and a plugin on one connection', () => {
  it('ping, dispense and call', async () => {
    const {host} = connect();
    await host.ping();
    const client = createRpcClient(await host.dispense('hooks'));
    await expect(client.call('Plugin.Echo', gob.string, 'hi')).resolves.toBe('hi');
  });

  it('serve each dispensed service on a stream of its own', async () => {
    const {host} = connect();
    const clients = await Promise.all(
      [1, 2, 3].map(async () => createRpcClient(await host.dispense('hooks'))),
    );
    const replies = clients.map((client, index) => client.call('Plugin.Echo', gob.string, String(index)));
    expect(await Promise.all(replies)).toEqual(['0', '1', '2']);
  });

  it('part when the host asks the plugin to quit', async () => {
    const {host, ended} = connect();
    await host.quit();
    await expect(ended).resolves.toBe('quit');
    await expect(host.ping()).rejects.toMatchObject({name: 'RpcConnectionError'});
  });

  it('part without the host hanging up, half a second after the answer', async () => {
    const [near, far] = createDuplexPair();
    const clock = createManualClock();
    const ended = serveConnection(far, () => ({}), clock);
    const peer = createRawPeer(near);
    const quit =
      '2fff81030101075265717565737401ff82000102010d536572766963654d6574686f64010c000103536571010600000011ff82010c436f6e74726f6c2e5175697400' +
      '03020001';
    const call = Buffer.from(quit, 'hex');
    peer.send(DATA, SYN, 1, call.length, call);
    await peer.next(({type, id}) => type === DATA && id === 1);
    clock.advance(500);
    await expect(ended).resolves.toBe('quit');
  });

  it('are a lost host to the plugin when the connection breaks', async () => {
    const {ended, transport} = connect();
    transport.destroy();
    await expect(ended).resolves.toBe('host-lost');
  });

  it('say goodbye on the streams that were once stdout and stderr', async () => {
    const [near, far] = createDuplexPair();
    void serveConnection(far, () => ({}), createManualClock());
    const peer = createRawPeer(near);
    for (const id of [1, 3, 5]) peer.send(WINDOW, SYN, id, 0);
    const accepted = await peer.settle();
    expect(accepted.map(({flags, id}) => [flags, id])).toEqual([1, 3, 5].map((id) => [ACK, id]));
    peer.send(WINDOW, FIN, 3, 0);
    peer.send(WINDOW, FIN, 5, 0);
    expect(await peer.next(({id}) => id === 3)).toMatchObject({type: WINDOW, flags: FIN});
    expect(await peer.next(({id}) => id === 5)).toMatchObject({type: WINDOW, flags: FIN});
  });
});

describe('the broker', () => {
  it('connects what one side dials with what the other accepts, whichever comes first', async () => {
    const {host, pluginBroker} = connect();
    await host.ping();
    const [early, late] = [pluginBroker.nextId(), pluginBroker.nextId()];
    expect([early, late]).toEqual([1, 2]);
    const accepting = pluginBroker.accept(early);
    const [dialled, accepted] = await Promise.all([host.broker.dial(early), accepting]);
    dialled.end('to the plugin');
    accepted.end('to the host');
    expect(String(await readAll(accepted))).toBe('to the plugin');
    expect(String(await readAll(dialled))).toBe('to the host');

    const dialling = host.broker.dial(late);
    await host.ping();
    const second = await pluginBroker.accept(late);
    second.end('late');
    expect(String(await readAll(await dialling))).toBe('late');
  });

  it('loses no end that comes with the echo of the id', async () => {
    const {host, pluginBroker} = connect();
    await host.ping();
    const accepting = pluginBroker.accept(9).then((stream) => stream.end('all of it'));
    const stream = await host.broker.dial(9);
    await accepting;
    await host.ping();
    expect(String(await readAll(stream))).toBe('all of it');
  });

  it('gives up an accept that nobody dials for 5 s, and leaves no timer behind', async () => {
    const {host, pluginBroker, clock} = connect();
    await host.ping();
    const accepting = pluginBroker.accept(4);
    clock.advance(5000);
    await expect(accepting).rejects.toThrow('nobody dialled 4 within 5 s');
    expect(clock.nextIn()).toBe(25_000);
  });

  it('keeps a stream that comes early for 5 s', async () => {
    const {host, pluginBroker, clock} = connect();
    await host.ping();
    const dialling = host.broker.dial(4);
    await host.ping();
    clock.advance(5000);
    await expect(dialling).rejects.toMatchObject({code: 'reset'});
    const accepting = pluginBroker.accept(4);
    clock.advance(5000);
    await expect(accepting).rejects.toThrow('nobody dialled 4');
  });

  it('gives up a dial that is not answered for 10 s', async () => {
    const [near, far] = createDuplexPair();
    const clock = createManualClock();
    const {broker} = connectPlugin(near, clock);
    const peer = createRawPeer(far);
    const dialling = broker.dial(3);
    expect(await peer.next(({type, id}) => type === DATA && id === 7)).toMatchObject({
      payload: Buffer.from([3, 0, 0, 0]),
    });
    clock.advance(10_000);
    await expect(dialling).rejects.toMatchObject({name: 'GoPluginError', code: 'too-late'});
  });

  it('refuses an echo of another id', async () => {
    const [near, far] = createDuplexPair();
    const {broker} = connectPlugin(near, createManualClock());
    const peer = createRawPeer(far);
    const dialling = broker.dial(3);
    await peer.next(({type, id}) => type === DATA && id === 7);
    peer.send(DATA, ACK, 7, 4, Buffer.from([4, 0, 0, 0]));
    await expect(dialling).rejects.toThrow('dialled 3, but 4 answered');
  });

  it('refuses to accept one id twice', async () => {
    const {host, pluginBroker} = connect();
    await host.ping();
    pluginBroker.accept(1).catch(() => undefined);
    await expect(pluginBroker.accept(1)).rejects.toThrow('1 is accepted already');
  });
});
