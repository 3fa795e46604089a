/** A page of the server to be printed: opened where it can be, and saved as a file where a browser opens no window. */
export function openPage({ file, fileName }: { file: string; fileName: string }): void {
  const bytes = Uint8Array.from(atob(file), (letter) => letter.charCodeAt(0));
  const url = URL.createObjectURL(new Blob([bytes], { type: 'text/html;charset=utf-8' }));
  if (window.open(url) === null) Object.assign(document.createElement('a'), { href: url, download: fileName }).click();
}
