import { createServer, connect } from 'node:net';

/** A port of 127.0.0.1 nobody listens on now. Someone may take it before we do: whoever starts a server on it tries again then. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

export function isPortFree(port: number, host = '127.0.0.1'): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.on('error', () => resolve(false));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** Sends `hello` (if any) and gives back the first bytes the server says; rejects when nobody answers in time. */
export function greet(port: number, hello: string, timeoutMs = 1_000): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1' });
    const timer = setTimeout(() => socket.destroy(new Error('no answer')), timeoutMs);
    socket.on('connect', () => hello && socket.write(hello));
    socket.on('data', (bytes) => {
      clearTimeout(timer);
      resolve(bytes.toString('utf8'));
      socket.destroy();
    });
    socket.on('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    socket.on('close', () => {
      clearTimeout(timer);
      reject(new Error('closed without an answer'));
    });
  });
}
