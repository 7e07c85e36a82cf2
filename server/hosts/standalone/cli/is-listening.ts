import {connect} from 'node:net';

/** Whether somebody on this machine accepts connections at the address. */
export const isListening = ({host, port}: {host: string; port: number}): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({host, port});
    const settle = (isThere: boolean): void => {
      socket.destroy();
      resolve(isThere);
    };
    socket.once('connect', () => settle(true));
    socket.once('error', () => settle(false));
  });
