// Filters, finds, and moves about in a page that is whole without it. Everything chosen is in the
// address, after the place: #q3?facet=aim&asof=2031-03-04T06:40:00Z
'use strict';
(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const byId = (id) => document.getElementById(id);
  const element = (name, style, ...children) => {
    const made = document.createElement(name);
    if (style) made.className = style;
    made.append(...children);
    return made;
  };
  const hide = (shown, hidden) => shown.toggleAttribute('hidden', hidden);

  const controls = byId('controls');
  const form = controls.querySelector('form');
  const slider = form.elements.asof;
  const moments = slider ? slider.dataset.moments.split('|') : [];
  const labels = slider ? slider.dataset.labels.split('|') : [];
  const reports = all('article.report');
  const points = all('.point, .agree');

  // What is said of words of reports, and goes when all of its links are hidden.
  const WORDS = '.quotations > li, .agree > p:not(.label, .question), .values > li, .matrix td > p, .all-figures tbody > tr';
  // A piece of a report's text, which lies in one mark or more: its id, and its classes that have digits.
  const PIECE = '.report > div > :is(p, h3) > :is(a, u)';
  const marks = (piece) => [piece.id, ...piece.classList].filter((name) => /\d/.test(name));
  const pieces = (id) => all(`#${CSS.escape(id)}, .${CSS.escape(id)}`)
    .filter((piece) => piece.matches(PIECE) && piece.textContent);
  const facet = (point) => (point.querySelector('.facet') || { textContent: 'other' }).textContent;
  const answersOf = (point) => (point.matches('.agree') ? [point] : all('.answer', point));
  const party = (row) => row.id || row.querySelector('th a').hash.slice(1);
  const reportOf = (link) => {
    const words = byId(link.getAttribute('href').slice(1));
    return words && words.closest('article.report');
  };
  const NAMES = ['facet', 'relation', 'party', 'outlet', 'asof', 'find'];

  // ---- the address

  const address = () => {
    const [place, query = ''] = decodeURI(location.hash.slice(1)).split('?');
    return { place, query: new URLSearchParams(query) };
  };

  const chosen = () => {
    const query = new URLSearchParams();
    for (const name of NAMES) {
      const control = form.elements[name];
      if (!control) continue;
      const value = control === slider ? moments[slider.value] : control.value;
      if (value) query.set(name, value);
    }
    return query;
  };

  const write = (place) => {
    const query = chosen().toString();
    const hash = place || query ? '#' + place + (query ? '?' + query : '') : '';
    if (hash !== location.hash) history.replaceState(null, '', location.pathname + location.search + hash);
  };

  const read = (query) => {
    for (const name of NAMES) {
      const control = form.elements[name];
      if (!control) continue;
      const value = query.get(name) || '';
      if (control === slider) {
        const at = Date.parse(value.length === 10 ? value + 'T23:59:59.999Z' : value);
        const later = moments.findIndex((moment) => Date.parse(moment) > at);
        slider.value = Number.isNaN(at) || later < 0 ? moments.length : Math.max(0, later - 1);
      } else {
        control.value = value;
      }
    }
  };

  // ---- what is shown

  // Why answers differ speaks of all of them, so it goes where some are hidden.
  const partly = (point, answers, chosen) => {
    const hidden = answersOf(point).length - answers;
    let note = point.querySelector('.sofar');
    if (!note && !hidden) return;
    if (!note) {
      note = element('p', 'sofar');
      point.append(note);
    }
    const shown = answers === 1 ? 'One answer' : `${answers} answers`;
    note.textContent = chosen ? `${shown} in what is shown; the others are in reports that are hidden.`
      : `${shown} so far; the others come in later reports.`;
    hide(note, !hidden);
    const why = point.querySelector('.why');
    if (why) hide(why, hidden > 0);
  };

  const apply = () => {
    const value = (name) => (form.elements[name] ? form.elements[name].value : '');
    const moment = slider ? moments[slider.value] : undefined;
    if (slider) {
      byId('moment').textContent = moment ? labels[slider.value] : 'all';
      slider.setAttribute('aria-valuetext', moment ? labels[slider.value] : 'all reports');
    }
    const shown = new Set();
    for (const report of reports) {
      const known = !moment || (report.dataset.known && Date.parse(report.dataset.known) <= Date.parse(moment));
      const here = known && (!value('outlet') || report.dataset.outlet === value('outlet'));
      if (here) shown.add(report.id);
      hide(report, !here);
    }
    for (const part of all('[data-in]')) {
      hide(part, !part.dataset.in.split(' ').some((id) => shown.has(id)));
    }
    for (const link of all('main a[href^="#"]:not([data-in])')) {
      const of = reportOf(link);
      if (of && !link.closest('article.report')) hide(link, !shown.has(of.id));
    }
    for (const words of all(WORDS)) hide(words, !words.querySelector('a:not([hidden])'));
    let open = 0;
    for (const point of points) {
      let answers = 0;
      for (const answer of answersOf(point)) {
        const held = all(WORDS, answer).some((words) => !words.hidden);
        if (answer !== point) hide(answer, !held);
        if (held) answers++;
      }
      for (const more of all('details', point)) hide(more, !more.querySelector('li:not([hidden])'));
      const fits = answers > 0
        && (!value('facet') || facet(point) === value('facet'))
        && (!value('relation') || point.classList.contains(value('relation')))
        && (!value('party') || (point.dataset.parties || '').split(' ').includes(value('party')));
      hide(point, !fits);
      if (fits) open++;
      partly(point, answers, Boolean(value('outlet')));
    }
    for (const card of all('.retold')) {
      for (const version of all('.answer', card)) hide(version, !version.querySelector('.quotations > li:not([hidden])'));
      hide(card, all('.answer:not([hidden])', card).length < 2);
    }
    for (const part of all('[data-point]:not(td, th, .plot)')) hide(part, byId(part.dataset.point).hasAttribute('hidden'));
    for (const head of all('.matrix th[data-point], .matrix th[data-outlet]')) {
      const { point, outlet } = head.dataset;
      const hidden = point ? byId(point).hasAttribute('hidden') : Boolean(value('outlet')) && outlet !== value('outlet');
      for (const row of head.closest('table').rows) {
        if (row.cells.length > 1 && !row.cells[1].matches('.facet')) hide(row.cells[head.cellIndex], hidden);
      }
    }
    for (const head of all('.matrix th.facet')) {
      const columns = all('tr:last-child th[data-point]:not([hidden])', head.closest('thead'))
        .filter((column) => facet(byId(column.dataset.point)) === head.textContent).length;
      hide(head, columns === 0);
      head.colSpan = Math.max(1, columns);
    }
    for (const row of all('.matrix tbody > tr')) {
      hide(row, !row.querySelector('td:not([hidden]) > p:not([hidden])') || (Boolean(value('party')) && party(row) !== value('party')));
    }
    for (const row of all('.plot .row:not(.axis)')) hide(row, !row.querySelector('a.dot:not([hidden])'));
    for (const plot of all('.plot')) {
      hide(plot, byId(plot.dataset.point).hasAttribute('hidden') || !plot.querySelector('.row:not(.axis):not([hidden])'));
    }
    for (const section of all('main > section')) {
      const count = section.querySelector('h2 .count');
      if (!count) continue;
      const left = all(':is(.point, .agree, .retold):not([hidden])', section);
      count.textContent = left.filter((card) => !card.closest('details')).length;
      hide(section, left.length === 0);
    }
    const state = controls.querySelector('.state');
    state.textContent = open === points.length && shown.size === reports.length ? '' :
      `${open} of ${points.length} points and ${shown.size} of ${reports.length} reports are shown.`
      + (moment ? ` As of ${labels[slider.value]}: how answers are related is told for the whole story.` : '');
  };

  // ---- find

  let places = [];
  let at = -1;

  const blocks = () => all('h1, h3, p, li, td, th, summary, figcaption')
    .filter((block) => !block.closest('[hidden], dialog, #controls'));

  const ranges = (block, wanted) => {
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT, (node) =>
      node.parentElement.closest('h1, h3, p, li, td, th, summary, figcaption') === block
        && !node.parentElement.closest('.heard, button') ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_REJECT);
    const nodes = [];
    let text = '';
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      nodes.push([text.length, node]);
      text += node.data;
    }
    const point = (offset, end) => {
      let [start, node] = nodes[0];
      for (const [from, next] of nodes) if (from < offset || (!end && from === offset)) [start, node] = [from, next];
      return [node, offset - start];
    };
    const found = [];
    const lower = text.toLowerCase();
    if (lower.length !== text.length) return found;
    for (let i = lower.indexOf(wanted); i >= 0; i = lower.indexOf(wanted, i + wanted.length)) {
      const range = new Range();
      range.setStart(...point(i, false));
      range.setEnd(...point(i + wanted.length, true));
      found.push(range);
    }
    return found;
  };

  const find = () => {
    const wanted = form.elements.find.value.trim().toLowerCase();
    places = wanted.length < 2 ? [] : blocks().flatMap((block) => ranges(block, wanted));
    at = -1;
    if (window.CSS && CSS.highlights) {
      CSS.highlights.set('found', new Highlight(...places));
      CSS.highlights.delete('found-here');
    }
    form.querySelector('.found').textContent = wanted.length < 2 ? '' : places.length === 1 ? '1 place' : `${places.length} places`;
  };

  const next = (step) => {
    if (places.length === 0) return;
    at = (at + step + places.length) % places.length;
    const here = places[at].startContainer.parentElement;
    for (let folded = here.closest('details:not([open])'); folded; folded = folded.parentElement.closest('details:not([open])')) folded.open = true;
    if (window.CSS && CSS.highlights) CSS.highlights.set('found-here', new Highlight(places[at]));
    here.scrollIntoView({ block: 'center' });
    form.querySelector('.found').textContent = `${at + 1} of ${places.length}`;
  };

  // ---- words and points

  let here = null;

  const name = (id) => id.match(/^[a-z]*\d*/)[0];

  const firstLink = (answer) => all(WORDS, answer).filter((words) => !words.hidden)[0].querySelector('a:not([hidden])');

  // The row of the figures' table that a figure stands in.
  const rowOf = new Map(all('.all-figures td a').map((link) => [link.hash.slice(1), link.closest('tr').id]));

  /** Other answers to the point whose words these are, and what else the words belong to. */
  const beside = (piece) => {
    const note = element('div', 'beside');
    note.setAttribute('role', 'group');
    note.setAttribute('aria-label', 'Other answers, and what these words belong to');
    const told = new Set();
    for (const id of marks(piece)) {
      if (id.startsWith('q') && !told.has(name(id))) {
        told.add(name(id));
        const point = byId(name(id));
        const own = id.replace(/\d+$/, '');
        const link = element('a', 'number', name(id));
        link.href = '#' + (byId(own) ? own : name(id));
        note.append(element('p', '', link, ' ', point.querySelector('h3, .question, q').textContent));
        const others = element('ul');
        for (const answer of answersOf(point).filter((one) => !one.hidden)) {
          if (answer.id === own || answer === point) continue;
          const place = firstLink(answer).cloneNode(true);
          const holders = all('.holders li:not([hidden])', answer).map((holder) => holder.textContent).join(' · ');
          others.append(element('li', '', element('span', 'answer-text', (answer.querySelector('.what') || answer.querySelector('q')).textContent),
            holders ? ' — ' + holders + ' ' : ' ', place));
        }
        if (others.childElementCount) note.append(others);
      } else if (id.startsWith('f') && !told.has(id)) {
        told.add(id);
        const row = rowOf.get(id);
        const link = element('a', '', 'this figure among the others');
        link.href = '#' + row;
        note.append(element('p', '', link));
      } else if (id.startsWith('s') && !told.has(id)) {
        told.add(id);
        const source = pieces(id).find((words) => words.matches('[href^="#p"]'));
        if (source) {
          const link = element('a', '', 'who said what: ' + byId(source.hash.slice(1)).querySelector('th').firstChild.textContent);
          link.href = source.hash;
          note.append(element('p', '', link));
        }
      }
    }
    return note;
  };

  const leave = () => {
    for (const old of all('.beside')) old.remove();
    for (const old of all('.here')) old.classList.remove('here');
    here = null;
  };

  /** Marks all the words of which this is a piece, and tells what they belong to. */
  const stand = (piece, id) => {
    if (here === piece && !id) return;
    leave();
    here = piece;
    for (const part of pieces(id || marks(piece)[0])) part.classList.add('here');
    const paragraph = piece.closest('.report > div');
    const note = beside(piece);
    if (!paragraph || !note.childElementCount) return;
    paragraph.append(note);
    if (getComputedStyle(paragraph).gridTemplateColumns.split(' ').length === 3) {
      note.style.marginTop = Math.max(0, piece.getBoundingClientRect().top - paragraph.getBoundingClientRect().top) + 'px';
    }
  };

  const go = (id) => {
    const target = byId(id);
    if (!target) return;
    for (let folded = target.closest('details:not([open])'); folded; folded = folded.parentElement.closest('details:not([open])')) folded.open = true;
    const piece = pieces(id)[0];
    if (piece) {
      target.scrollIntoView({ block: 'center' });
      if (!piece.hasAttribute('href')) piece.tabIndex = -1;
      piece.focus({ preventScroll: true });
      stand(piece, id);
      return;
    }
    leave();
    const cell = target.matches('tr') ? target.querySelector('a') : null;
    const focused = cell || target.closest('.point, .agree') || target;
    if (!focused.matches('a, [tabindex]')) focused.tabIndex = -1;
    focused.focus({ preventScroll: true });
    target.scrollIntoView({ block: target.matches('tr, span, li') ? 'center' : 'start' });
  };

  const arrive = () => {
    const { place, query } = address();
    if (location.hash.includes('?')) {
      read(query);
      apply();
      find();
    }
    write(place);
    if (place) go(place);
  };

  const visible = () => points.filter((point) => !point.closest('[hidden], details:not([open])'));

  const step = (by) => {
    const list = visible();
    const current = document.activeElement.closest('.point, .agree') || byId(name(address().place));
    let index = list.indexOf(current);
    index = index < 0 ? (by > 0 ? 0 : list.length - 1) : Math.min(list.length - 1, Math.max(0, index + by));
    if (!list[index]) return;
    write(list[index].id);
    go(list[index].id);
  };

  const openControls = (control) => {
    controls.open = true;
    control.focus();
    if (control.select) control.select();
  };

  const slide = (by) => {
    if (!slider) return;
    slider.value = Number(slider.value) + by;
    slider.dispatchEvent(new Event('input', { bubbles: true }));
  };

  const KEYS = {
    j: () => step(1),
    k: () => step(-1),
    Enter: () => {
      const first = document.activeElement.matches('.point, .agree')
        && firstLink(document.activeElement);
      if (!first) return false;
      first.click();
    },
    Backspace: () => history.back(),
    f: () => openControls(form.elements.facet),
    '/': () => openControls(form.elements.find),
    '[': () => slide(-1),
    ']': () => slide(1),
    '?': () => byId('keys').showModal(),
  };

  document.addEventListener('keydown', (event) => {
    const typing = event.target.closest('select, input[type=search], dialog');
    if (typing) {
      if (event.target === form.elements.find && event.key === 'Enter') {
        event.preventDefault();
        next(event.shiftKey ? -1 : 1);
      }
      return;
    }
    if (!byId('use-keys').checked || event.ctrlKey || event.metaKey || event.altKey || !KEYS[event.key]) return;
    if (KEYS[event.key]() !== false) event.preventDefault();
  });

  // The first choice of marked words shows what they belong to; the second follows their link.
  let before = null;
  document.addEventListener('pointerdown', () => { before = here; });
  document.addEventListener('click', (event) => {
    const piece = event.target.closest(PIECE);
    if (piece) {
      if (event.detail > 0 && before !== piece) event.preventDefault();
      stand(piece);
    } else if (!event.target.closest('.beside')) {
      leave();
    }
    const link = event.target.closest('a[href^="#"]');
    if (link && !event.defaultPrevented && link.getAttribute('href') === location.hash) setTimeout(arrive);
  });
  document.addEventListener('focusin', (event) => {
    const piece = event.target.closest(PIECE);
    if (piece && event.target.matches(':focus-visible')) stand(piece);
  });

  // ---- copying

  const copied = async (quotation, button) => {
    const link = quotation.querySelector('a:not([hidden])') || quotation.querySelector('a');
    const from = reportOf(link);
    const time = from.dataset.published ? ', ' + from.dataset.published : '';
    const source = from.querySelector('.address a');
    const text = quotation.querySelector('q').textContent + '\n' + link.textContent + time + '\n'
      + (source ? source.href + '\n' : '') + location.href.split('#')[0] + link.hash;
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const area = element('textarea');
      area.value = text;
      document.body.append(area);
      area.select();
      document.execCommand('copy');
      area.remove();
    }
    button.textContent = 'Copied';
    setTimeout(() => { button.textContent = 'Copy'; }, 1500);
  };

  for (const quotation of all('.point .quotations > li, .agree > p:has(> q)')) {
    const button = element('button', 'copy-words', 'Copy');
    button.type = 'button';
    button.setAttribute('aria-label', 'Copy these words with their place');
    button.addEventListener('click', () => copied(quotation, button));
    quotation.append(button);
  }

  // ---- sorting parties

  const statements = (row) => {
    const role = byId(party(row)).querySelector('.role');
    return role ? parseInt(role.lastChild.textContent, 10) : 0;
  };
  const ORDERS = {
    'first appearance': (one, other) => Number(party(one).slice(1)) - Number(party(other).slice(1)),
    name: (one, other) => one.querySelector('th').textContent.localeCompare(other.querySelector('th').textContent),
    'number of statements': (one, other) => statements(other) - statements(one),
  };
  for (const table of all('table.matrix')) {
    const select = element('select');
    for (const order of Object.keys(ORDERS)) select.append(element('option', '', order));
    select.addEventListener('change', () => {
      const body = table.tBodies[0];
      body.append(...[...body.rows].sort(ORDERS[select.value]));
    });
    table.parentElement.before(element('p', 'sort', element('label', '', 'Parties by ', select)));
  }

  // ---- begin

  form.addEventListener('input', (event) => {
    if (event.target !== form.elements.find) {
      leave();
      apply();
    }
    find();
    write(address().place);
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('reset', () => setTimeout(() => {
    if (slider) slider.value = moments.length;
    apply();
    find();
    write(address().place);
  }));
  byId('show-keys').addEventListener('click', () => byId('keys').showModal());
  addEventListener('hashchange', arrive);
  addEventListener('beforeprint', () => all('details:not(#controls)').forEach((folded) => { folded.open = true; }));
  hide(controls, false);
  controls.open = matchMedia('(min-width: 60rem)').matches;
  if (slider) byId('moment').textContent = 'all';
  arrive();
})();
