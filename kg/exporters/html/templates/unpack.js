// The data of the page, deflated and in base64 (packed() in clean.py); browsers have unpacked such since 2023.
async function unpacked(text) {
  const bytes = Uint8Array.fromBase64 ? Uint8Array.fromBase64(text) : Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'))).json();
}

if (!window.DecompressionStream) {
  const note = document.getElementById('empty');
  note.textContent = 'This browser is too old for this page. The same facts, with their sentences, are in the file graph.ttl beside it.';
  note.hidden = false;
  return;
}
const data = await unpacked(JSON.parse(document.getElementById('data').textContent));
