// Loaded before the first paint: the server knows a chosen theme, only the browser knows what "auto" means here.
(() => {
  const root = document.documentElement;
  const dark = matchMedia('(prefers-color-scheme: dark)');

  const show = () => {
    const chosen = root.dataset.theme;
    root.dataset.bsTheme = chosen === 'auto' ? (dark.matches ? 'dark' : 'light') : chosen;
    for (const button of document.querySelectorAll('[data-theme-set]'))
      button.setAttribute('aria-pressed', String(button.dataset.themeSet === chosen));
  };

  const choose = theme => {
    root.dataset.theme = theme;
    const [prefix, secure] = location.protocol === 'https:' ? ['__Host-', '; secure'] : ['', ''];
    document.cookie = `${prefix}easygig-theme=${theme}; path=/; max-age=31536000; samesite=lax${secure}`;
    show();
  };

  show();
  dark.addEventListener('change', show);
  document.addEventListener('DOMContentLoaded', () => {
    show();
    for (const switcher of document.querySelectorAll('.theme-switch')) switcher.hidden = false;
  });
  document.addEventListener('click', event => {
    const button = event.target.closest('[data-theme-set]');
    if (button) choose(button.dataset.themeSet);
  });
})();
