/** What the browser can draw with. */
export type WebGLSupport = 'none' | 'software' | 'graphicsCard';

const SOFTWARE = /swiftshader|llvmpipe|softpipe|software|basic render/i;

/** Whether a renderer's name is that of one without a graphics card. */
export function isSoftwareRenderer(name: string): boolean {
  return SOFTWARE.test(name);
}

/** Asks the browser for WebGL 2 on a canvas of its own and gives it back. */
export function probeWebGL(): WebGLSupport {
  if (typeof document === 'undefined') return 'none';
  const gl = document.createElement('canvas').getContext('webgl2');
  if (gl === null) return 'none';
  const info = gl.getExtension('WEBGL_debug_renderer_info');
  const name = String(gl.getParameter(info?.UNMASKED_RENDERER_WEBGL ?? gl.RENDERER));
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  return isSoftwareRenderer(name) ? 'software' : 'graphicsCard';
}
