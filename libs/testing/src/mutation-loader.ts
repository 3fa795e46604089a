import type { LoadHook } from 'node:module';
import { MUTATIONS, mutateFile, type Mutation } from './mutations.js';

const mutations = JSON.parse(process.env[MUTATIONS] ?? '[]') as Mutation[];

/** Runs in the loader's thread: changes the text of modules before they are compiled. */
export const load: LoadHook = async (url, context, nextLoad) => {
  const loaded = await nextLoad(url, context);
  if (!mutations.some(({ file }) => url.endsWith(`/${file}`))) return loaded;
  const text = typeof loaded.source === 'string' ? loaded.source : Buffer.from(loaded.source as Uint8Array).toString('utf8');
  return { ...loaded, source: mutateFile(text, url, mutations) };
};
