'use strict';
// Keys, optimistic marks and a quiet look for news. Every page works without any of it.
(() => {
  const token = document.querySelector('meta[name=skep-token]').content;
  const live = document.getElementById('live');
  const help = document.getElementById('help');
  const items = () => [...document.querySelectorAll('[data-item]')].filter(e => e.offsetParent !== null);
  let current = null;

  const say = key => { live.textContent = live.dataset[key] || ''; };

  function select(item, scroll = true) {
    if (!item) return;
    if (current) current.classList.remove('is-current');
    current = item;
    current.classList.add('is-current');
    const link = current.querySelector('h1 a, h2 a, h3 a, .copy-line a, .words a');
    if (link) link.focus({ preventScroll: true });
    if (scroll) current.scrollIntoView({ block: 'nearest' });
  }

  function move(step) {
    const all = items();
    if (!all.length) return;
    const at = current ? all.indexOf(current) : -1;
    if (at < 0) {
      select(step > 0 ? all[0] : all[all.length - 1]);
    } else {
      select(all[Math.min(all.length - 1, Math.max(0, at + step))]);
    }
  }

  function button(item, name) {
    if (!item) return null;
    return item.querySelector('form[data-marks] .mark-' + name) || document.querySelector('form[data-marks="' + item.dataset.article + '"] .mark-' + name);
  }

  async function send(fields) {
    const body = new URLSearchParams(fields);
    const answer = await fetch(fields.to, { method: 'POST', headers: { 'x-skep-token': token }, body, credentials: 'same-origin' });
    if (!answer.ok) throw new Error(answer.status);
  }

  async function mark(form, name, on) {
    const id = form.dataset.marks;
    const paint = value => {
      for (const b of document.querySelectorAll('form[data-marks="' + id + '"] .mark-' + name)) {
        b.setAttribute('aria-pressed', String(value));
        b.value = value ? '0' : '1';
      }
      if (name === 'read') {
        for (const row of document.querySelectorAll('.row[data-article="' + id + '"]')) {
          row.classList.toggle('read', value);
          row.classList.toggle('unread', !value);
        }
      }
    };
    paint(on); // first on the screen, then on the disk
    try {
      await send({ to: '/marks', article: id, [name]: on ? '1' : '0' });
      say(name === 'read' ? (on ? 'read' : 'unread') : (on ? 'starred' : 'unstarred'));
    } catch {
      paint(!on);
      say('failed');
    }
  }

  const pressed = b => b.getAttribute('aria-pressed') === 'true';

  function toggle(item, name) {
    const b = button(item, name);
    if (b) {
      mark(b.form, name, !pressed(b));
    } else if (item && item.dataset.article) {
      mark({ dataset: { marks: item.dataset.article } }, name, !item.classList.contains('is-' + name));
      item.classList.toggle('is-' + name);
    }
  }

  document.addEventListener('submit', event => {
    const form = event.target;
    const b = event.submitter;
    if (form.dataset.marks && b && (b.name === 'read' || b.name === 'star')) {
      event.preventDefault();
      mark(form, b.name, b.value === '1');
    }
  });

  function open(item) {
    if (item && item.dataset.href) location.href = item.dataset.href;
  }

  const places = { h: '/', a: '/river', s: '/river?show=starred', f: '/feeds', p: '/people' };
  let waiting = false;

  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const field = event.target.closest('input, textarea, select, [contenteditable]');
    if (event.key === 'Escape') {
      if (help.open) help.close();
      else if (field) field.blur();
      else if (current) { current.classList.remove('is-current'); current = null; }
      return;
    }
    if (field) return;
    if (waiting) {
      waiting = false;
      if (event.key === 'g') { scrollTo({ top: 0 }); select(items()[0]); event.preventDefault(); return; }
      if (places[event.key]) { location.href = places[event.key]; event.preventDefault(); return; }
    }
    const here = current || document.querySelector('.article[data-item], .headline[data-item]');
    switch (event.key) {
      case 'j': case 'n': move(1); break;
      case 'k': case 'p': move(-1); break;
      case 'o': open(here); break;
      case 'Enter': if (event.target === document.body) open(here); else return; break;
      case 'v': if (here && here.dataset.original) window.open(here.dataset.original, '_blank', 'noopener,noreferrer'); break;
      case 'm': toggle(here, 'read'); break;
      case 's': toggle(here, 'star'); break;
      case 'A': { const all = document.getElementById('mark-all'); if (all) all.requestSubmit(); break; }
      case 'r': location.reload(); break;
      case 'g': waiting = true; setTimeout(() => { waiting = false; }, 1200); break;
      case 'G': { const all = items(); scrollTo({ top: document.body.scrollHeight }); select(all[all.length - 1]); break; }
      case '/': document.getElementById('find').focus(); break;
      case '?': help.open ? help.close() : help.showModal(); break;
      default: return;
    }
    event.preventDefault();
  });

  document.addEventListener('click', event => {
    const link = event.target.closest('#keys-link');
    if (link) { event.preventDefault(); help.showModal(); }
  });

  // An article opened is an article read; a page without script keeps it unread until marked.
  const reader = document.querySelector('.article[data-article]');
  if (reader) {
    const b = reader.querySelector('.mark-read');
    if (b && !pressed(b)) mark(b.form, 'read', true);
  }

  // While the first feeds are read the front page fills by itself; later it only says so.
  const front = document.body.classList.contains('page-front');
  const story = document.body.classList.contains('page-story');
  if (front || story) {
    let known = null;
    const look = async () => {
      if (document.hidden) return;
      try {
        const answer = await fetch('/live', { credentials: 'same-origin' });
        const now = (await answer.json()).derived;
        if (known !== null && now > known) {
          const filling = document.getElementById('busy') || document.querySelector('.page-front .empty');
          if (filling && scrollY < 200 && !current && !document.querySelector(':focus')) location.reload();
          else say('news');
        }
        known = now;
      } catch { /* the next look has it */ }
    };
    look();
    setInterval(look, front && document.getElementById('busy') ? 2500 : 20000);
  }
})();
