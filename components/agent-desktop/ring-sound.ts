'use client'

const tones = [660, 880] as const
const toneSeconds = 0.18
const volume = 0.15

/** Two short tones. */
export function ring() {
  const audio = new AudioContext()
  const gain = audio.createGain()
  gain.gain.value = volume
  gain.connect(audio.destination)
  tones.forEach((frequency, index) => {
    const tone = audio.createOscillator()
    tone.frequency.value = frequency
    tone.connect(gain)
    tone.start(audio.currentTime + index * toneSeconds)
    tone.stop(audio.currentTime + (index + 1) * toneSeconds)
    if (index === tones.length - 1) tone.addEventListener('ended', () => void audio.close())
  })
}
