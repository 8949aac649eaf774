"""Asks other programs what they read in the files that are written here.

    node --import tsx server/film/interchange/reference/writeExamples.ts FOLDER
    python check.py FOLDER [DTDS]

OTIO and xmeml by OpenTimelineIO 0.18.1, edit decision lists by its CMX 3600 adapter at exact rates and by pycmx, markers by a
parser of its own, FCPXML by exact fractions computed here and, where a folder with Final Cut Pro's document types is
given ("1.10.dtd"), against the document type of its version. Needs requirements.txt.
"""

import csv
import json
import re
import sys
import urllib.parse
from fractions import Fraction
from pathlib import Path

import opentimelineio as otio
import pycmx
from lxml import etree

MEDIA_RATE = 48000


def rate_of(film):
    return Fraction(film['rate']['numerator'], film['rate']['denominator'])


def label(frame, film):
    """SMPTE time code by counting labels, the slow and sure way round."""
    counted = round(rate_of(film))
    dropped = counted // 15 if film['dropFrame'] else 0
    minutes, rest = 0, frame
    while True:
        length = 60 * counted - (dropped if minutes % 10 else 0)
        if rest < length:
            break
        rest -= length
        minutes += 1
    rest += dropped if minutes % 10 else 0
    mark = ';' if film['dropFrame'] else ':'
    return f'{minutes // 60 % 24:02}:{minutes % 60:02}:{rest // counted:02}{mark}{rest % counted:02}'


def expected_clips(handed):
    """(title, record in, record out, source in from the file's first sample, file), in order, of what is chosen."""
    film = handed['film']
    rows = []
    for cue in sorted(handed['cues'], key=lambda cue: cue['recordIn']):
        section = cue['section']
        source = round(Fraction(section['inSeconds']).limit_denominator(10**9) * rate_of(film))
        rows.append((section['title'], cue['recordIn'], cue['recordOut'], source, section['media']))
    return rows


def reference_frame(media, film):
    return round(Fraction(media['timeReferenceSamples'], MEDIA_RATE) * rate_of(film))


def check(condition, message):
    if not condition:
        raise AssertionError(message)


def same(found, wanted, what):
    check(found == wanted, f'{what}: {found} instead of {wanted}')


def check_otio(folder, handed):
    film = handed['film']
    rate = float(rate_of(film))
    [path] = (folder / 'otio').iterdir()
    timeline = otio.adapters.read_from_file(str(path))
    same(timeline.global_start_time, otio.opentime.RationalTime(film['startFrame'], rate), 'start')
    picture, music, *alternates = timeline.tracks
    same(picture.duration().value, film['lengthFrames'], 'film')
    same([type(item).__name__ for item in picture], ['Gap'], 'picture')
    same([(track.kind, track.enabled) for track in alternates], [('Audio', False)] * 2, 'alternates')
    found = []
    for clip in music.find_clips():
        place = music.range_of_child(clip)
        source = clip.source_range
        same({place.start_time.rate, source.start_time.rate, source.duration.rate}, {rate}, 'rates')
        available = clip.media_reference.available_range
        check(available.start_time.value <= source.start_time.value, 'clip begins within its file')
        check(available.end_time_exclusive().value >= source.end_time_exclusive().value, 'clip ends within its file')
        first = int(place.start_time.value)
        found.append((clip.name, first, first + int(place.duration.value), int(source.start_time.value), clip.media_reference.target_url))
    wanted = [
        (title, first, last, reference_frame(media, film) + source, urllib.parse.quote(media['path'], safe="/!'()*~"))
        for title, first, last, source, media in expected_clips(handed)
    ]
    same(found, wanted, 'clips')
    markers = [(int(one.marked_range.start_time.value), one.name, one.comment) for one in timeline.tracks.markers]
    same(markers, [(one['frame'], one['name'], one['note']) for one in handed['markers']], 'markers')


def check_edit_lists(folder, handed):
    film = handed['film']
    rate = float(rate_of(film))
    paths = sorted((folder / 'edl').iterdir())
    same(len(paths), 3, 'lists')
    path = next(one for one in paths if one.name.endswith(' Music.edl'))
    text = path.read_bytes().decode()
    same('FCM: DROP FRAME' in text, film['dropFrame'], 'FCM')
    wanted = [
        tuple(label(frame, film) for frame in (
            reference_frame(media, film) + source,
            reference_frame(media, film) + source + last - first,
            film['startFrame'] + first,
            film['startFrame'] + last,
        )) + (title,)
        for title, first, last, source, media in expected_clips(handed)
    ]
    with path.open() as file:
        edits = [edit for event in pycmx.parse_cmx3600(file).events for edit in event.edits]
    found = [(one.source_in, one.source_out, one.record_in, one.record_out, one.clip_name) for one in edits]
    same(found, wanted, 'events of pycmx')
    same([sorted(one.channels.channels) for one in edits], [[1, 2]] * len(edits), 'channels')
    reels = [one.source for one in edits]
    check(len(set(reels)) == len(reels) and all(len(reel) <= 8 for reel in reels), f'reels: {reels}')
    timeline = otio.adapters.read_from_string(text, 'cmx_3600', rate=rate)
    same(len(timeline.audio_tracks()), 2, 'tracks of sound')
    for track in timeline.audio_tracks():
        clips = list(track.find_clips())
        same([clip.name for clip in clips], [row[4] for row in wanted], 'clips of OpenTimelineIO')
        lengths = [int(clip.source_range.duration.value) for clip in clips]
        same(lengths, [last - first for _, first, last, _, _ in expected_clips(handed)], 'lengths')
        same({clip.source_range.duration.rate for clip in clips}, {rate}, 'rate')
        places = [label(int(clip.source_range.start_time.value), film) for clip in clips]
        same(places, [row[0] for row in wanted], 'sources')


def check_xmeml(folder, handed):
    film = handed['film']
    [path] = (folder / 'xmeml').iterdir()
    timeline = otio.adapters.read_from_file(str(path), adapter_name='fcp_xml')
    timeline = timeline if isinstance(timeline, otio.schema.Timeline) else timeline[0]
    same(int(timeline.global_start_time.value), film['startFrame'], 'start')
    check(abs(timeline.global_start_time.rate - float(rate_of(film))) < 1e-9, 'rate')
    track = next(one for one in timeline.audio_tracks())
    found = []
    for clip in track.find_clips():
        place = track.range_of_child(clip)
        first = round(place.start_time.value)
        found.append((clip.name, first, first + round(place.duration.value), round(clip.source_range.start_time.value)))
    wanted = [
        (title, first, last, source + reference_frame(media, film))
        for title, first, last, source, media in expected_clips(handed)
    ]
    same(found, wanted, 'clips')
    markers = [(int(one.marked_range.start_time.value), one.name) for one in timeline.tracks.markers]
    same(markers, [(one['frame'], one['name']) for one in handed['markers']], 'markers')


def seconds(text):
    return Fraction(re.fullmatch(r'(\d+(?:/\d+)?)s', text)[1])


def check_fcpxml(folder, handed, dtds):
    film = handed['film']
    rate = rate_of(film)
    [path] = (folder / 'fcpxml').iterdir()
    tree = etree.parse(str(path))
    root = tree.getroot()
    if dtds:
        dtd = etree.DTD(str(dtds / f'{root.get("version")}.dtd'))
        check(dtd.validate(root), dtd.error_log.filter_from_errors())
    same(1 / seconds(root.find('resources/format').get('frameDuration')), rate, 'rate')
    sequence = root.find('.//sequence')
    same(sequence.get('tcFormat'), 'DF' if film['dropFrame'] else 'NDF', 'drop frame')
    same(seconds(sequence.get('tcStart')) * rate, film['startFrame'], 'start')
    same(seconds(sequence.get('duration')) * rate, film['lengthFrames'], 'length')
    assets = {one.get('id'): one for one in root.iter('asset')}
    found = []
    for clip in root.iter('asset-clip'):
        offset, start, duration = (seconds(clip.get(name)) for name in ('offset', 'start', 'duration'))
        for time in (offset, start, duration):
            same((time * rate).denominator, 1, 'on the grid of frames')
        asset = assets[clip.get('ref')]
        first, length = seconds(asset.get('start')), seconds(asset.get('duration'))
        check(first <= start and start + duration <= first + length, 'clip lies within its asset')
        record = int(offset * rate) - film['startFrame']
        row = (clip.get('name'), record, record + int(duration * rate), int(start * rate), asset.find('media-rep').get('src'))
        if clip.get('enabled') != '0':
            found.append(row)
    wanted = [
        (title, first, last, reference_frame(media, film) + source, urllib.parse.quote(media['path'], safe="/!'()*~"))
        for title, first, last, source, media in expected_clips(handed)
    ]
    same(found, wanted, 'clips')
    same(len(list(root.iter('asset-clip'))), len(wanted) + 2, 'clips with alternates')
    markers = [(int(seconds(one.get('start')) * rate) - film['startFrame'], one.get('value')) for one in root.iter('marker')]
    same(markers, [(one['frame'], one['name'] or 'Marker') for one in handed['markers']], 'markers')


def check_resolve_markers(folder, handed):
    film = handed['film']
    [path] = (folder / 'markers').iterdir()
    lines = path.read_bytes().decode().split('\r\n')
    found = []
    for above, below in zip(lines, lines[1:]):
        codes = re.findall(r'\d\d:\d\d:\d\d[:;]\d\d', above)
        if len(codes) == 4:
            same(codes[:2], codes[2:], 'source and record')
            fields = dict(re.findall(r'\|([CMD]):([^|]*)', below))
            found.append((codes[0], int(fields['D'])))
    frames = sorted({one['frame'] for one in handed['markers']})
    longest = {one: max(m['durationFrames'] for m in handed['markers'] if m['frame'] == one) for one in frames}
    same(found, [(label(film['startFrame'] + one, film), longest[one]) for one in frames], 'markers')


def check_cue_sheet(folder, handed):
    film = handed['film']
    [path] = (folder / 'cue-sheet').iterdir()
    with path.open(encoding='utf-8-sig', newline='') as file:
        rows = list(csv.DictReader(file))
    found = [(row['title'], row['in'], row['out']) for row in rows]
    wanted = [
        (title, label(film['startFrame'] + first, film), label(film['startFrame'] + last, film))
        for title, first, last, _, _ in expected_clips(handed)
    ]
    same(found, wanted, 'cue sheet')


def main():
    dtds = Path(sys.argv[2]) if len(sys.argv) > 2 else None
    if not dtds:
        print('no document types given: FCPXML is checked by its times only')
    folders = sorted(one for one in Path(sys.argv[1]).iterdir() if one.is_dir())
    check(len(folders) == 10, 'ten rates')
    for folder in folders:
        handed = json.loads((folder / 'handedOver.json').read_text())
        check_otio(folder, handed)
        check_edit_lists(folder, handed)
        check_xmeml(folder, handed)
        check_fcpxml(folder, handed, dtds)
        check_resolve_markers(folder, handed)
        check_cue_sheet(folder, handed)
        print(f'{folder.name}: read back whole')


main()
