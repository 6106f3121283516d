// Filters lists that are already on the page. Without script everything is shown and these controls stay hidden.
"use strict";
(() => {
  const chips = document.querySelector("[data-chips]");
  const form = document.querySelector("form[data-filter]");
  const items = [...document.querySelectorAll("main li[data-region]")];
  if ((!chips && !form) || !items.length) return;

  const wanted = () => {
    const chosen = {};
    if (chips) {
      const pressed = chips.querySelector('[aria-pressed="true"]');
      if (pressed && pressed.value) chosen.region = pressed.value;
    }
    if (form) for (const [key, value] of new FormData(form)) if (value) chosen[key] = value;
    return chosen;
  };
  const fits = (item, chosen) => Object.entries(chosen).every(([key, value]) =>
    key === "online" ? item.dataset.online === "1" : (item.dataset[key] || "").split(" ").includes(value));

  const show = () => {
    const chosen = wanted();
    let count = 0;
    for (const item of items) {
      item.hidden = !fits(item, chosen);
      if (!item.hidden) count += 1;
    }
    for (const group of document.querySelectorAll("[data-group]")) {
      const inside = [...group.querySelectorAll("li[data-region]")];
      group.hidden = inside.length > 0 && inside.every((item) => item.hidden);
    }
    const said = form && form.querySelector("output");
    if (said) said.textContent = Object.keys(chosen).length ? (count ? `${count}건` : "맞는 것이 없습니다") : "";
    const state = new URLSearchParams(chosen).toString();
    history.replaceState(null, "", state ? "#" + state : location.pathname + location.search);
  };

  const start = new URLSearchParams(location.hash.slice(1));
  if (chips) {
    chips.hidden = false;
    const buttons = [...chips.querySelectorAll("button")];
    const press = (value) => {
      const target = buttons.find((button) => button.value === value) || buttons[0];
      for (const button of buttons) button.setAttribute("aria-pressed", String(button === target));
    };
    chips.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (button) { press(button.value); show(); }
    });
    press(start.get("region") || "");
  }
  if (form) {
    form.hidden = false;
    for (const control of form.elements) {
      if (!control.name) continue;
      if (control.type === "checkbox") control.checked = start.get(control.name) === "1";
      else if (start.has(control.name)) control.value = start.get(control.name);
    }
    form.addEventListener("change", show);
    form.addEventListener("submit", (event) => event.preventDefault());
  }
  if ([...start.keys()].some((key) => ["region", "sector", "kind", "online"].includes(key))) show();
})();
