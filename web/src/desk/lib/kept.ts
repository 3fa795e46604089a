/**
 * What this phone keeps for a place without a signal: answers last seen, and steps that wait to be sent. It is the browser's own store (IndexedDB);
 * `steps` is in the order in which they were taken.
 */
const stores = ['seen', 'steps'] as const;
type Store = (typeof stores)[number];

let opened: Promise<IDBDatabase> | undefined;

function open(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const asked = indexedDB.open('wufang', 1);
    asked.onupgradeneeded = () => stores.forEach((store) => asked.result.createObjectStore(store));
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error ?? new Error('IndexedDB'));
  });
  return opened;
}

async function within<T>(store: Store, mode: IDBTransactionMode, act: (rows: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await open();
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(store, mode);
    const asked = act(transaction.objectStore(store));
    // Only what is committed is kept.
    transaction.oncomplete = () => resolve(asked.result);
    transaction.onabort = () => reject(transaction.error ?? new Error('IndexedDB'));
  });
}

export const keep = (store: Store, key: string, value: unknown) => within(store, 'readwrite', (rows) => rows.put(value, key));
export const drop = (store: Store, key: string) => within(store, 'readwrite', (rows) => rows.delete(key));
export const find = <T>(store: Store, key: string) => within<T | undefined>(store, 'readonly', (rows) => rows.get(key));
export const findAll = <T>(store: Store) => within<T[]>(store, 'readonly', (rows) => rows.getAll());
export const forget = (store: Store) => within(store, 'readwrite', (rows) => rows.clear());

/** Asks, and keeps the answer; where no answer comes for want of a connection, the one last seen. A refusal by the server stays one. */
export async function seen<T>(key: string, ask: () => Promise<T>): Promise<T> {
  try {
    const answer = await ask();
    await keep('seen', key, answer).catch(() => undefined);
    return answer;
  } catch (error) {
    // `fetch` says by a TypeError that nothing arrived.
    const last = error instanceof TypeError ? await find<T>('seen', key).catch(() => undefined) : undefined;
    if (last === undefined) throw error;
    return last;
  }
}
