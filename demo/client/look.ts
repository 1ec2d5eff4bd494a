/** Theme and direction: the system's choice until the person makes one. Kept in this browser. */
export type Theme = 'light' | 'dark';

export function currentTheme(): Theme {
  const chosen = localStorage.getItem('inward-demo-theme');
  if (chosen === 'light' || chosen === 'dark') return chosen;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

export function currentDirection(): 'ltr' | 'rtl' {
  const asked = new URLSearchParams(location.search).get('dir') ?? localStorage.getItem('inward-demo-dir');
  return asked === 'rtl' ? 'rtl' : 'ltr';
}

export function applyLook(): void {
  const chosen = localStorage.getItem('inward-demo-theme');
  if (chosen === null) delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = currentTheme();
  document.documentElement.dir = currentDirection();
}

/** Another tab or frame of this browser changed the look. */
export function followLook(changed: () => void): void {
  addEventListener('storage', () => {
    applyLook();
    changed();
  });
}

export function toggleTheme(): void {
  localStorage.setItem('inward-demo-theme', currentTheme() === 'dark' ? 'light' : 'dark');
  applyLook();
}

export function toggleDirection(): void {
  localStorage.setItem('inward-demo-dir', currentDirection() === 'rtl' ? 'ltr' : 'rtl');
  applyLook();
}
