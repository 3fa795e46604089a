import { Worker } from 'node:worker_threads';
import type { OfficialDocument } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import type { homeDocuments } from './share-documents.js';
import type { Work, WorkDone } from './typesetter-thread.js';

/** Who waits longer than behind this many is sent away. */
const MAX_WAITING = 50;
/** Setting more pages than this takes hundreds of MB, which only the end of the thread gives back. */
const MANY_PARTS = 200;

interface Waiting {
  thread: Worker;
  resolve: (done: Extract<WorkDone, { document: unknown }>) => void;
  reject: (error: Error) => void;
}

/**
 * Prints documents as PDF in a thread of its own: setting thousands of pages takes seconds in which a service must go on answering. One after
 * the other; the thread begins with the first document, and a new one takes the place of one that broke.
 */
export class Printer {
  private thread: Worker | undefined;
  private readonly waiting = new Map<number, Waiting>();
  private n = 0;

  /** `fontFolder` holds the files named in `fonts.ts`; where they are missing, printing is refused until they are there. */
  constructor(private readonly fontFolder: string) {}

  async print(document: OfficialDocument): Promise<Buffer> {
    return (await this.inThread({ document, isPrinted: true })).pdf!;
  }

  /** A page each for many homes: composed in the thread too. */
  async homes(isPrinted: boolean, ...homes: Parameters<typeof homeDocuments>): Promise<{ document: OfficialDocument; pdf: Buffer | null }> {
    return this.inThread({ homes, isPrinted });
  }

  async close(): Promise<void> {
    const thread = this.thread;
    this.thread = undefined;
    await thread?.terminate();
  }

  private async inThread(work: Work): Promise<{ document: OfficialDocument; pdf: Buffer | null }> {
    if (this.waiting.size >= MAX_WAITING) throw new DomainError('request.too-many', { retryAfter: 30 });
    const thread = (this.thread ??= this.begin());
    const id = this.n++;
    thread.ref();
    const done = await new Promise<Extract<WorkDone, { document: unknown }>>((resolve, reject) => {
      this.waiting.set(id, { thread, resolve, reject });
      thread.postMessage({ id, work });
    });
    if (done.document.parts.length > MANY_PARTS && this.waiting.size === 0) await this.close();
    return { document: done.document, pdf: done.pdf && Buffer.from(done.pdf) };
  }

  private begin(): Worker {
    const thread = new Worker(new URL('./typesetter-thread.js', import.meta.url), { workerData: this.fontFolder });
    thread.on('message', ({ id, done }: { id: number; done: WorkDone }) => {
      const waiting = this.waiting.get(id)!;
      this.waiting.delete(id);
      if (this.waiting.size === 0) thread.unref(); // an idle thread keeps no process alive
      if ('document' in done) waiting.resolve(done);
      else waiting.reject('code' in done ? new DomainError(done.code, done.facts) : new Error(done.failed));
    });
    const over = (error: Error) => {
      if (this.thread === thread) this.thread = undefined;
      for (const [id, waiting] of this.waiting) {
        if (waiting.thread !== thread) continue;
        this.waiting.delete(id);
        waiting.reject(error);
      }
    };
    thread.on('error', over);
    thread.on('exit', () => over(new Error('the thread that sets pages ended')));
    return thread;
  }
}
