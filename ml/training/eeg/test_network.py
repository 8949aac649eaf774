"""The parts of the network against their definitions, and what training may and may not know."""

import unittest
from dataclasses import replace

import numpy as np
import torch

from eeg.averaged import Averaged
from eeg.fitting import alignment_loss, class_weights, fit, label_loss, network_for
from eeg.labels import LabelRule, labels_of
from eeg.material import Material, baselines, gather
from eeg.network import FeatureDropout, Heard, ReverseGradient, TemporalAttention, build, step_means
from eeg.settings import PRESETS, NetworkSizes, Objective
from eeg.splits import Splitting, within_people
from eeg.synthetic import Planted, synthetic_set
from eeg.tuning import tuned

torch.set_num_threads(1)
SIZES = NetworkSizes(first=6, second=7, described=8, attention=4, discriminator=5)
SETTINGS = replace(PRESETS["tiny"], epochs=8, stride=1, batch=16, learning_rate=1e-2)
SET = synthetic_set(Planted(effect=0.8, spectrum=0), (2, 10, 6), 3)
LABELS = [labels_of(SET, "arousal", LabelRule())]


def halves() -> tuple[Material, Material, Material]:
    splitting = Splitting(SET, LABELS[0].eeg, 5, 2, 1)
    split = next(iter(within_people(splitting)))
    return tuple(gather(SET, windows, LABELS, None) for windows in (split.training, split.watched, split.tested))


def fresh() -> torch.nn.Module:
    torch.manual_seed(0)
    return build((SET.eeg.reshape(-1, SET.eeg.shape[2]), SET.music), SIZES, 1)


class Parts(unittest.TestCase):
    def test_attention_is_over_time(self):
        torch.manual_seed(1)
        attention, states = TemporalAttention(5, 3), torch.randn(4, 6, 5)
        mean, weights = attention(states)
        torch.testing.assert_close(weights.sum(dim=1), torch.ones(4))
        torch.testing.assert_close(mean, (weights[:, :, None] * states).sum(dim=1))
        self.assertGreater(float(weights.std(dim=1).detach().min()), 1e-3)
        order = torch.randperm(6)
        torch.testing.assert_close(attention(states[:, order])[1], weights[:, order])

    def test_gradients_are_turned_round(self):
        values = torch.tensor([1.0, -2.0], requires_grad=True)
        (ReverseGradient.apply(values) * torch.tensor([3.0, 4.0])).sum().backward()
        torch.testing.assert_close(values.grad, torch.tensor([-3.0, -4.0]))

    def test_eeg_is_heard_in_order_of_time(self):
        network, features = fresh().eval(), torch.from_numpy(SET.eeg[:8])
        turned = features.flip(1)
        with torch.no_grad():
            difference = network.hear_eeg(features).logits - network.hear_eeg(turned).logits
        self.assertGreater(float(difference.abs().max()), 1e-4)

    def test_attention_is_told_for_every_step_where_steps_are_pooled(self):
        torch.testing.assert_close(step_means(5, 2) @ torch.arange(5.0), torch.tensor([0.5, 2.5, 4.0]))
        torch.testing.assert_close(step_means(5, 1), torch.eye(5))
        torch.manual_seed(0)
        rows = (SET.eeg.reshape(-1, SET.eeg.shape[2]), SET.music)
        network = build(rows, replace(SIZES, steps_pooled=2, direct=True), 1).eval()
        weights = network.hear_eeg(torch.from_numpy(SET.eeg[:8])).attention
        self.assertEqual(weights.shape, (8, SET.eeg.shape[1]))
        torch.testing.assert_close(weights.sum(dim=1), torch.ones(8))
        torch.testing.assert_close(weights[:, 0], weights[:, 1])

    def test_a_window_does_without_the_same_features_at_all_steps_and_in_training_alone(self):
        torch.manual_seed(3)
        dropout, rows = FeatureDropout(0.25), torch.ones(400, 3, 10)
        dropped = dropout(rows)
        torch.testing.assert_close(dropped[:, 0], dropped[:, 2])
        self.assertEqual(set(dropped.unique().tolist()), {0.0, np.float32(4 / 3).item()})
        self.assertAlmostEqual(float(dropped.mean()), 1, delta=0.05)
        torch.testing.assert_close(dropout.eval()(rows), rows)

    def test_directions_have_unit_length_and_both_streams_share_the_last_layers(self):
        network = fresh().eval()
        for heard in (
            network.hear_eeg(torch.from_numpy(SET.eeg[:8])),
            network.hear_music(torch.from_numpy(SET.music[:8])),
        ):
            torch.testing.assert_close(heard.unit.norm(dim=1), torch.ones(8))
            torch.testing.assert_close(network.label(heard.common), heard.logits)


class Loss(unittest.TestCase):
    def test_classes_weigh_alike_and_missing_labels_nothing(self):
        labels = torch.tensor([[1.0], [0.0], [0.0], [0.0], [float("nan")]])
        weights = class_weights(labels)
        torch.testing.assert_close(weights, torch.tensor([[4 / 6], [2.0]]))
        logits = torch.zeros(5, 1)
        self.assertAlmostEqual(float(label_loss(logits, labels, weights)), np.log(2), places=6)
        moved = logits.clone()
        moved[4] = 9
        self.assertEqual(float(label_loss(moved, labels, weights)), float(label_loss(logits, labels, weights)))


    def test_alignment_is_the_cross_entropy_of_choosing_music_of_the_same_emotion(self):
        eeg, music = torch.randn(4, 3), torch.randn(4, 3)
        labels = torch.tensor([[1.0], [1.0], [0.0], [float("nan")]])
        material = Material(eeg, music, labels, torch.tensor([[1.0], [0.0], [0.0], [1.0]]))
        found = float(alignment_loss([Heard(eeg, labels), Heard(music, labels)], material, 0.5))
        unit = [part.numpy() / np.linalg.norm(part.numpy(), axis=1, keepdims=True) for part in (eeg, music)]
        odds = np.exp(unit[0] @ unit[1].T / 0.5)
        right = np.array([[1, 0, 0, 1], [1, 0, 0, 1], [0, 1, 1, 0], [0, 0, 0, 0]])
        both = []
        for chances, hits in ((odds, right), (odds.T, right.T)):
            logs = np.log(chances / chances.sum(axis=1, keepdims=True))
            both.append(np.mean([-logs[i][hits[i] == 1].mean() for i in range(4) if hits[i].any()]))
        self.assertAlmostEqual(found, np.mean(both), places=5)

    def test_the_averaged_network_is_the_mean_of_the_first_and_then_fades(self):
        network = fresh()
        kept, weight, values = Averaged(network, 0.75), network.label[1].bias, []
        for value in (1.0, 3.0, 5.0, 7.0, 9.0):
            weight.data.fill_(value)
            kept.follow(network)
            values.append(kept.network.label[1].bias.item())
        np.testing.assert_allclose(values, [1, 2, 3, 4, 5.25], rtol=1e-6)
        self.assertIs(Averaged(network, 0).network, network)


class Training(unittest.TestCase):
    def test_tuning_to_a_person_teaches_the_eeg_stream_alone_and_places_it(self):
        training, watched, _ = halves()
        settings = replace(SETTINGS, tuning=3)
        network = fit(training, watched, settings, 1).network
        before = {name: values.clone() for name, values in network.state_dict().items()}
        after = tuned(network, training, settings, 1).state_dict()
        changed = {name.split(".")[0] for name, values in after.items() if not torch.equal(values, before[name])}
        self.assertEqual(changed, {"eeg", "eeg_place", "discriminator"})
        for name, values in network.state_dict().items():
            torch.testing.assert_close(values, before[name])
        alike = replace(training, eeg_label=torch.ones_like(training.eeg_label))
        self.assertIs(tuned(network, alike, settings, 1), network)

    def test_with_no_patience_all_epochs_are_trained_and_the_last_is_kept(self):
        training, watched, _ = halves()
        told = []
        fitted = fit(training, watched, replace(SETTINGS, patience=0, epochs=3), 1, lambda *of: told.append(of))
        self.assertEqual((fitted.epochs, [epoch for epoch, *_ in told]), (3, [1, 2, 3]))
        self.assertEqual(fitted.loss, told[-1][1])

    def test_scalers_know_the_training_windows_alone(self):
        training, _, _ = halves()
        network = network_for(training, SETTINGS)
        np.testing.assert_allclose(network.eeg.scale.mean, training.eeg.mean(dim=(0, 1)), rtol=1e-4, atol=1e-5)
        np.testing.assert_allclose(network.music.scale.mean, training.music.mean(dim=0), rtol=1e-4, atol=1e-5)

    def test_same_seed_same_network(self):
        training, watched, tested = halves()
        answers = [fit(training, watched, SETTINGS, seed).network.hear_eeg(tested.eeg).logits for seed in (1, 1, 2)]
        torch.testing.assert_close(answers[0], answers[1])
        self.assertFalse(torch.allclose(answers[0], answers[2]))

    def test_a_part_of_the_objective_that_weighs_nothing_is_not_trained(self):
        training, watched, _ = halves()
        alone = fit(training, watched, replace(SETTINGS, objective=Objective(1, 0, 0)), 1).network
        torch.manual_seed(1)
        before = network_for(training, SETTINGS)
        torch.testing.assert_close(alone.music.describe[0].bias, before.music.describe[0].bias, rtol=0.01, atol=0)
        self.assertFalse(torch.allclose(alone.eeg.first.weight_ih_l0, before.eeg.first.weight_ih_l0, rtol=0.01))

    def test_planted_emotion_is_learnt(self):
        training, watched, tested = halves()
        network = fit(training, watched, replace(SETTINGS, epochs=40, patience=40), 1).network
        for logits, labels in (
            (network.hear_eeg(tested.eeg).logits, tested.eeg_label),
            (network.hear_music(tested.music).logits, tested.music_label),
        ):
            self.assertGreater(float(((logits > 0) == (labels > 0.5)).float().mean()), 0.8)

    def test_baselines_are_each_listeners_mean_over_the_given_windows(self):
        windows = np.flatnonzero(SET.participant == 1)[:7]
        found = baselines(SET, windows)
        np.testing.assert_allclose(found[1], SET.eeg[windows].mean(axis=(0, 1)), rtol=1e-5)
        self.assertFalse(found[0].any())
        centred = gather(SET, windows, LABELS, found).eeg
        np.testing.assert_allclose(centred.mean(dim=(0, 1)), np.zeros(12), atol=1e-5)


if __name__ == "__main__":
    unittest.main()
