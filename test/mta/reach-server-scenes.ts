export const serverScenes = {};
