import Sortable from "sortablejs";
import { announce, cardsOf, columnsOf, moveCard, type Place } from "./scripts/board";

/** Cards of the board move by mouse, finger and keyboard. Without this module each card's menu moves it. */
function start(board: HTMLFormElement): void {
  for (const grip of board.querySelectorAll<HTMLElement>("[data-grip]")) grip.hidden = false;
  for (const list of columnsOf(board)) {
    Sortable.create(list, {
      group: "board",
      sort: false,
      draggable: ".card",
      filter: "a, summary, .menu-panel",
      preventOnFilter: false,
      forceFallback: true,
      fallbackOnBody: true,
      fallbackTolerance: 4,
      delay: 150,
      delayOnTouchOnly: true,
      animation: matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 120,
      ghostClass: "card-ghost",
      fallbackClass: "card-dragged",
      onEnd: ({ item, from, to, oldDraggableIndex }) => {
        if (from !== to) void moveCard(board, item, { list: from, index: oldDraggableIndex ?? 0 }, to);
      },
    });
  }
}

let picked: { card: HTMLElement; from: Place } | null = null;

document.addEventListener("keydown", (event) => {
  const grip = (event.target as Element).closest<HTMLElement>("[data-grip]");
  const board = grip?.closest<HTMLFormElement>("[data-board]");
  const card = grip?.closest<HTMLElement>(".card");
  if (!grip || !board || !card) return;
  if (event.key === " " || event.key === "Enter") {
    event.preventDefault();
    if (picked) drop(board, grip);
    else pickUp(board, card, grip);
  } else if (picked && event.key === "Escape") {
    event.preventDefault();
    putBack(board, grip);
  } else if (picked && ["ArrowLeft", "ArrowRight"].includes(event.key)) {
    event.preventDefault();
    step(board, picked.card, event.key === "ArrowRight" ? 1 : -1, grip);
  }
});

function pickUp(board: HTMLFormElement, card: HTMLElement, grip: HTMLElement): void {
  const list = card.parentElement as HTMLElement;
  picked = { card, from: { list, index: cardsOf(list).indexOf(card) } };
  card.classList.add("is-picked");
  grip.setAttribute("aria-pressed", "true");
  announce(board, "picked", card, list);
}

function step(board: HTMLFormElement, card: HTMLElement, by: number, grip: HTMLElement): void {
  const columns = columnsOf(board);
  const next = columns[columns.indexOf(card.parentElement as HTMLElement) + by];
  if (!next) return;
  next.prepend(card);
  grip.focus();
  card.scrollIntoView({ block: "nearest", inline: "nearest" });
  announce(board, "over", card, next);
}

function drop(board: HTMLFormElement, grip: HTMLElement): void {
  const moved = letGo(grip);
  if (!moved) return;
  const to = moved.card.parentElement as HTMLElement;
  if (to === moved.from.list) putIn(moved.card, moved.from);
  else void moveCard(board, moved.card, moved.from, to);
  grip.focus();
}

function putBack(board: HTMLFormElement, grip: HTMLElement): void {
  const moved = letGo(grip);
  if (!moved) return;
  putIn(moved.card, moved.from);
  grip.focus();
  announce(board, "cancelled", moved.card, moved.from.list);
}

function letGo(grip: HTMLElement): typeof picked {
  const moved = picked;
  picked = null;
  moved?.card.classList.remove("is-picked");
  grip.setAttribute("aria-pressed", "false");
  return moved;
}

function putIn(card: HTMLElement, place: Place): void {
  place.list.insertBefore(card, cardsOf(place.list).filter((other) => other !== card)[place.index] ?? null);
}

// A click on the handle is no submit; leaving it in the middle of a move takes the card back.
document.addEventListener("focusout", (event) => {
  const grip = (event.target as Element).closest<HTMLElement>("[data-grip]");
  const board = grip?.closest<HTMLFormElement>("[data-board]");
  if (!grip || !board || !picked || !document.hasFocus()) return;
  setTimeout(() => {
    if (picked && document.activeElement !== grip) {
      putIn(picked.card, picked.from);
      letGo(grip);
    }
  });
});

function startIn(part: ParentNode | HTMLElement): void {
  const board = part instanceof HTMLFormElement && part.matches("[data-board]") ? part : part.querySelector<HTMLFormElement>("[data-board]");
  if (board) start(board);
}

startIn(document);
document.addEventListener("htmx:load", (event) => startIn(event.target as HTMLElement));
