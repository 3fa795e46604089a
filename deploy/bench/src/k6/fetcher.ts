import { workerData, type MessagePort } from 'node:worker_threads';

const { signal, port } = workerData as { signal: Int32Array; port: MessagePort };

port.on(
  'message',
  ({ method, url, body, headers }: { method: string; url: string; body: string | null; headers: Record<string, string> }) => {
    void fetch(url, { method, body, headers })
      .then(async (response) => ({ status: response.status, text: await response.text() }))
      .catch((error: unknown) => ({ status: 0, text: JSON.stringify({ error: String(error) }) }))
      .then((answer) => {
        port.postMessage(answer);
        Atomics.store(signal, 0, 1);
        Atomics.notify(signal, 0);
      });
  },
);
