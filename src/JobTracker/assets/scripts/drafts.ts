/** What was typed and not sent survives a reload, on this device. */
export class Draft {
  private readonly key: string;

  constructor(name: string) {
    this.key = `draft:${name}`;
  }

  read(): string {
    return this.with((store) => store.getItem(this.key)) ?? "";
  }

  keep(text: string): void {
    if (text === "") this.forget();
    else this.with((store) => store.setItem(this.key, text));
  }

  forget(): void {
    this.with((store) => store.removeItem(this.key));
  }

  // Storage may be switched off or full: then there are no drafts, and nothing else is lost.
  private with<T>(use: (store: Storage) => T): T | null {
    try {
      return use(localStorage);
    } catch {
      return null;
    }
  }
}
