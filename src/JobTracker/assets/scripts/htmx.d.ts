declare module "htmx.org/dist/htmx.esm.js" {
  const htmx: {
    config: Record<string, unknown>;
    trigger(target: Element, name: string, detail?: unknown): boolean;
  };
  export default htmx;
}
