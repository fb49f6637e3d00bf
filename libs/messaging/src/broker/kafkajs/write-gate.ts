import { AsyncLocalStorage } from 'node:async_hooks';
import net from 'node:net';
import tls from 'node:tls';
import type { ISocketFactory } from 'kafkajs';

const keepAliveMs = 60_000;
const produceApiKey = 0;

/**
 * The last look before the bytes of a produce request leave the process. A relay that slept past its lease may wake up anywhere
 * between its own check and the socket, kafkajs may even connect anew in between: only here is nothing left to wait for.
 */
export class WriteGate {
  readonly #mayWrite = new AsyncLocalStorage<() => boolean>();

  /** Produce requests made by `work` leave only while `mayWrite` says so. */
  run<T>(mayWrite: () => boolean, work: () => Promise<T>): Promise<T> {
    return this.#mayWrite.run(mayWrite, work);
  }

  /** kafkajs' own socket factory, with the gate in front of `write`. */
  readonly socketFactory: ISocketFactory = ({ host, port, ssl, onConnect }) => {
    const socket = ssl
      ? tls.connect({ host, port, ...(net.isIP(host) ? {} : { servername: host }), ...ssl }, onConnect)
      : net.connect({ host, port }, onConnect);
    socket.setKeepAlive(true, keepAliveMs);
    // kafkajs unrefs a socket each time it gives it up, also long after its end, and Node then waits for it to connect: a listener each.
    const unref = socket.unref.bind(socket);
    socket.unref = () => (socket.destroyed ? socket : unref());
    const write = socket.write.bind(socket) as (...args: unknown[]) => boolean;
    socket.write = (...args: unknown[]) => {
      if (!isProduceRequest(args[0]) || this.#mayWrite.getStore()?.() === true) return write(...args);
      socket.destroy(new Error('the lease lapsed before the write'));
      return false;
    };
    return socket;
  };
}

/** A frame is its length in 4 bytes, then the API key in 2. */
function isProduceRequest(chunk: unknown): boolean {
  return Buffer.isBuffer(chunk) && chunk.length >= 6 && chunk.readInt16BE(4) === produceApiKey;
}
