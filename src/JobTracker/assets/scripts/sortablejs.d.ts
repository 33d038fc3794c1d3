declare module "sortablejs" {
  interface Dropped {
    item: HTMLElement;
    from: HTMLElement;
    to: HTMLElement;
    oldDraggableIndex?: number;
  }
  interface Options {
    group: string;
    sort: boolean;
    draggable: string;
    filter: string;
    preventOnFilter: boolean;
    forceFallback: boolean;
    fallbackOnBody: boolean;
    fallbackTolerance: number;
    delay: number;
    delayOnTouchOnly: boolean;
    animation: number;
    ghostClass: string;
    fallbackClass: string;
    onEnd(event: Dropped): void;
  }
  const Sortable: { create(list: HTMLElement, options: Options): unknown };
  export default Sortable;
}
