// A refused form speaks first.
document.querySelector('.validation-summary')?.focus();

// Fields with data-suggest offer what the server suggests for what is typed; without this they take what is typed all the same.
for (const field of document.querySelectorAll('input[data-suggest]')) {
  let waiting;
  field.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      const typed = field.value.trim();
      if (typed.length < 2) return;
      const answer = await fetch(`${field.dataset.suggest}?q=${encodeURIComponent(typed)}`).catch(() => null);
      if (!answer?.ok || typed !== field.value.trim()) return;
      const options = (await answer.json()).map(name => Object.assign(document.createElement('option'), { value: name }));
      field.list.replaceChildren(...options);
    }, 150);
  });
}

// A file that the server would refuse for its size is not sent in the first place.
for (const field of document.querySelectorAll('input[data-largest]')) {
  field.addEventListener('change', () => {
    const tooLarge = [...field.files].some(file => file.size > Number(field.dataset.largest));
    field.setCustomValidity(tooLarge ? field.dataset.tooLarge : '');
    field.reportValidity();
  });
}

// A choice that asks for more unfolds where it is asked.
for (const choice of document.querySelectorAll('select[data-unfolds]')) {
  choice.addEventListener('change', () => { document.getElementById(choice.dataset.unfolds).open = choice.selectedIndex > 0; });
}
