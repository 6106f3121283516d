// Filters lists that are already on the page. Without script everything is shown and these controls stay hidden.
// What is chosen stands in the address (#region=서울&sector=care) and goes along to the other lists.
"use strict";
(() => {
  const KEYS = ["region", "sector", "kind", "online", "name"];
  const CARRIED = ["region", "sector"];
  const chips = document.querySelector("[data-chips]");
  const form = document.querySelector("form[data-filter]");
  const items = [...document.querySelectorAll("main [data-region]")];

  const asked = () => {
    const found = {};
    for (const [key, value] of new URLSearchParams(location.hash.slice(1))) if (KEYS.includes(key) && value) found[key] = value;
    return found;
  };
  const hash = (chosen, keys = KEYS) =>
    new URLSearchParams(keys.filter((key) => chosen[key]).map((key) => [key, chosen[key]])).toString();
  const carry = (chosen) => {
    for (const link of document.querySelectorAll("a[data-carry]")) link.hash = hash(chosen, CARRIED);
  };
  if ((!chips && !form) || !items.length) { carry(asked()); return; }

  const squeeze = (text) => text.normalize("NFKC").toLowerCase().replace(/\s+/g, "");
  const fits = (item, chosen) => Object.entries(chosen).every(([key, value]) => {
    if (key === "online") return item.dataset.online === "1";
    if (key === "name") return squeeze((item.querySelector("a, th") || item).textContent).includes(squeeze(value));
    return (item.dataset[key] || "").split(" ").includes(value);
  });
  const chosen = () => {
    const found = {};
    const pressed = chips && chips.querySelector('[aria-pressed="true"]');
    if (pressed && pressed.value) found.region = pressed.value;
    if (form) for (const [key, value] of new FormData(form)) if (value) found[key] = value;
    return found;
  };

  const hideEmpty = () => {
    for (const group of document.querySelectorAll("[data-group]")) {
      const inside = [...group.querySelectorAll("[data-region]")];
      group.hidden = inside.length > 0 && inside.every((item) => item.hidden) && !group.querySelector(".more");
    }
    for (const cell of document.querySelectorAll(".month td")) { // a day of the calendar counts what its list shows
      const link = cell.querySelector("a.num");
      const day = link && document.getElementById(link.hash.slice(1));
      if (!day) continue;
      const count = day.querySelectorAll("[data-region]:not([hidden])").length;
      const filtered = day.querySelector("[data-region][hidden]") !== null;
      link.querySelector("small").textContent = filtered ? count : link.dataset.all || count;
      link.classList.toggle("none", filtered && !count);
      const rest = cell.querySelector(".rest");
      if (rest) rest.hidden = filtered;
    }
  };
  const show = () => {
    const wanted = chosen();
    const narrowed = Object.keys(wanted).length > 0;
    for (const item of items) item.hidden = !fits(item, wanted);
    hideEmpty();
    if (form) {
      // the same event may stand twice on a page (in a calendar and in its list): it counts once
      const left = items.filter((item) => !item.hidden && !item.closest(".month")).length;
      form.querySelector("output").textContent = narrowed ? (left ? `${left}건` : "맞는 것이 없습니다") : "";
      form.querySelector("[type=reset]").hidden = !narrowed;
    }
    carry(wanted);
    return wanted;
  };
  const changed = () => {
    const state = hash(show());
    history.replaceState(null, "", state ? "#" + state : location.pathname + location.search);
  };

  const press = (value) => {
    const buttons = [...chips.querySelectorAll("button")];
    if (value && !buttons.some((button) => button.value === value)) buttons[0].after(none(buttons[0], value));
    for (const button of chips.querySelectorAll("button")) button.setAttribute("aria-pressed", String(button.value === value));
  };
  const none = (like, value) => { // a region that came along and has nothing here is said to have nothing
    const button = like.cloneNode();
    button.value = value;
    button.textContent = `${value} 0`;
    return button;
  };
  const set = (control, value) => {
    if (control.type === "checkbox") control.checked = value === "1";
    else {
      if (value && control.options && ![...control.options].some((option) => option.value === value))
        control.add(new Option(`${value} (0)`, value));
      control.value = value || "";
    }
  };
  const read = () => {
    const start = asked();
    if (chips) press(start.region || "");
    if (form) for (const control of form.elements) if (control.name) set(control, start[control.name]);
    show();
  };

  for (const link of document.querySelectorAll(".month a.num")) link.dataset.all = link.querySelector("small").textContent;
  if (chips) {
    chips.hidden = false;
    chips.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (button) { press(button.value); changed(); }
    });
  }
  if (form) {
    form.hidden = false;
    form.addEventListener("input", changed);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => { if (chips) press(""); setTimeout(changed); });
  }
  document.addEventListener("click", (event) => { // to a day of this page, without losing what is chosen
    const link = event.target.closest('.month a[href^="#d"]');
    const day = link && document.getElementById(link.hash.slice(1));
    if (!day || !Object.keys(chosen()).length) return;
    event.preventDefault();
    day.focus();
    day.scrollIntoView();
  });
  addEventListener("hashchange", () => { if (!location.hash || hash(asked())) read(); });
  read();
})();
