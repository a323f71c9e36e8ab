// Runs before the first paint: what this browser remembers about theme, density and language. See Appearance and Languages.
(function (root) {
  try {
    var theme = localStorage.getItem('lotse.theme');
    if (theme === 'light' || theme === 'dark') root.dataset.kernTheme = theme;
    if (localStorage.getItem('lotse.density') === 'compact') root.dataset.density = 'compact';
    if (localStorage.getItem('lotse.language') === 'en') root.lang = 'en';
  } catch (error) {
    root.dataset.storage = 'none';
  }
})(document.documentElement);
