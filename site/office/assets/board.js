// The office's board is built once a day at most. This counts the days left again, by today's day in the district.
// Pages that tell of another day than the real one (a demonstration, a day somebody asked for) name no zone and stay.
"use strict";

const DAY = 86400000;

function dayNumber(written) {
  return Date.parse(`${written}T00:00:00Z`) / DAY;
}

function today(zone) {
  const parts = new Intl.DateTimeFormat("en-CA", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" });
  return parts.format(new Date());
}

function words(days) {
  if (days < 0) {
    return `逾期 ${-days} 天`;
  }
  return days === 0 ? "今天到期" : `还有 ${days} 天`;
}

function count(place, now) {
  const days = dayNumber(place.dataset.due) - now;
  place.textContent = words(days);
  place.classList.toggle("late", days < 0);
  if (place.classList.contains("stage")) {
    place.classList.toggle("owed", days >= 0);
  }
}

function countAgain() {
  const stamp = document.getElementById("as-of");
  if (stamp === null || stamp.dataset.zone === undefined) {
    return;
  }
  const day = today(stamp.dataset.zone);
  const passed = dayNumber(day) - dayNumber(stamp.dataset.asOf);
  if (!(passed > 0)) {
    return;
  }
  for (const place of document.querySelectorAll("[data-due]")) {
    count(place, dayNumber(day));
  }
  for (const note of document.querySelectorAll(".moved")) {
    note.textContent = `本页生成后已过 ${passed} 天。剩余和逾期天数已按今天（${day}）重算；灯、件数和排序仍是 ${stamp.dataset.asOf} 的。`;
    note.hidden = false;
  }
}

countAgain();
