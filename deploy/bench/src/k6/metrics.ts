export class Counter {
  value = 0;
  constructor(readonly name: string) {}
  add(n: number): void {
    this.value += n;
  }
}
